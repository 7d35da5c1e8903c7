package drydock.app.inspector;

import drydock.model.form.FormItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Entries of a form, one below the other. An entry that stays keeps its node, so that focus, what is half typed and
/// what is folded stay, too.
final class FormBox extends VBox {

    private final FormHost host;
    private Map<Object, FormNode> nodes = Map.of();

    FormBox(FormHost host) {
        this.host = host;
        getStyleClass().add("form-box");
    }

    void show(List<? extends FormItem> items) {
        Map<Object, FormNode> next = new LinkedHashMap<>();
        for (FormItem item : items) {
            Object key = FormNode.key(item);
            FormNode known = nodes.get(key);
            next.put(key, known == null ? FormNode.of(item, host) : known);
        }
        nodes = next;
        arrange(this, next.values().stream().map(FormNode::node).toList());
        items.forEach(item -> next.get(FormNode.key(item)).show(item));
    }

    /// Makes `wanted` the children of `box` without taking out what stays.
    static void arrange(VBox box, List<? extends Node> wanted) {
        box.getChildren().retainAll(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            Node node = wanted.get(i);
            if (i >= box.getChildren().size() || !box.getChildren().get(i).equals(node)) {
                box.getChildren().remove(node);
                box.getChildren().add(i, node);
            }
        }
    }
}
