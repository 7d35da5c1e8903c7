package drydock.app.inspector;

import drydock.model.form.FormField;
import drydock.model.form.FormItem;
import drydock.model.form.NewItems;
import drydock.model.manifest.FieldPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A list of objects, each a part of the form that can be folded, moved and removed.
final class ItemsNode implements FormNode {

    /// Of a longer list all items are folded at first.
    private static final int FEW = 3;

    private final FormHost host;
    private final FormField field;
    private final VBox box = FormParts.box();
    private final VBox rows = FormParts.box();
    private final EntryProblem problem = new EntryProblem();
    private final List<SectionNode> shown = new ArrayList<>();
    private FormItem.Items items;

    ItemsNode(FormItem.Items items, FormHost host) {
        this.host = host;
        this.field = items.field();
        this.items = items;
        Label label = FormParts.label(field, host);
        label.getStyleClass().add("form-heading");
        HBox.setHgrow(label, Priority.ALWAYS);
        Button add = FormParts.button(
                "fth-plus", host.messages().get("add", field.name()), "add-" + field.path(), this::add);
        HBox head = new HBox(label, add);
        head.getStyleClass().add("form-line");
        box.getChildren().addAll(head, problem, rows);
        box.getStyleClass().add("form-table");
    }

    private void add() {
        int size = items.sections().size();
        if (host.perform(host.edits().set(field.path().index(size), NewItems.next(items, host.schema())))
                && shown.size() > size) {
            shown.get(size).pane().setExpanded(true);
        }
    }

    private SectionNode section(FormItem.Section section, int position) {
        SectionNode node = new SectionNode(section, host);
        FieldPath path = section.field().path();
        String name = field.name() + " " + (position + 1);
        HBox buttons = new HBox(
                FormParts.button(
                        "fth-arrow-up", host.messages().get("up", name), "up-" + path, () -> exchange(position - 1)),
                FormParts.button(
                        "fth-arrow-down", host.messages().get("down", name), "down-" + path, () -> exchange(position)),
                FormParts.button(
                        "fth-x",
                        host.messages().get("remove", name),
                        "remove-" + path,
                        () -> host.perform(host.edits().clear(path))));
        node.pane().setGraphic(buttons);
        node.pane().setExpanded(position < FEW && items.sections().size() <= FEW);
        return node;
    }

    private void exchange(int position) {
        if (position >= 0 && position + 1 < items.sections().size()) {
            host.perform(host.edits().exchangeWithNext(field.path().index(position)));
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(FormItem item) {
        items = (FormItem.Items) item;
        Map<String, Boolean> open = new HashMap<>();
        shown.forEach(node -> open.put(node.pane().getText(), node.pane().isExpanded()));
        int wanted = items.sections().size();
        while (shown.size() > wanted) {
            shown.removeLast();
        }
        while (shown.size() < wanted) {
            shown.add(section(items.sections().get(shown.size()), shown.size()));
        }
        FormBox.arrange(rows, shown.stream().map(SectionNode::node).toList());
        for (int i = 0; i < wanted; i++) {
            FormItem.Section section = items.sections().get(i);
            TitledPane pane = shown.get(i).pane();
            String title = section.title().isEmpty() ? field.name() + " " + (i + 1) : section.title();
            if (!title.equals(pane.getText()) && open.containsKey(title)) {
                pane.setExpanded(open.get(title));
            }
            pane.setText(title);
            shown.get(i).show(section);
        }
        problem.show(host.problems(field.path()));
    }
}
