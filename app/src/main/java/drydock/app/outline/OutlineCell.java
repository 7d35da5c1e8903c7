package drydock.app.outline;

import drydock.app.icon.KindIcon;
import drydock.app.text.Messages;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line of the outline: icon, name, and a mark where something is wrong.
final class OutlineCell extends TreeCell<OutlineItem> {

    private static final double ICON_SIZE = 15;
    private static final List<String> STYLES = List.of("observed-only", "outline-group");

    private final Messages messages;
    private final Supplier<OutlineMarks> marks;
    private final HBox graphic = new HBox(4);
    private Signs signs = Signs.NONE;

    /// What stands before the name: making it anew takes longer than all else of a line.
    private record Signs(Optional<String> icon, Optional<Severity> mark) {
        static final Signs NONE = new Signs(Optional.empty(), Optional.empty());
    }

    /// @param goTo shows the object of a line that is clicked twice
    OutlineCell(Messages messages, Supplier<OutlineMarks> marks, Consumer<ResourceId> goTo) {
        this.messages = messages;
        this.marks = marks;
        graphic.setAlignment(Pos.CENTER_LEFT);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> twice(event, goTo));
        // a click twice goes to an object, it does not open its line
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> twice(event, _ -> {}));
    }

    private void twice(MouseEvent event, Consumer<ResourceId> use) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && getItem() != null) {
            getItem().about().ifPresent(object -> {
                use.accept(object);
                event.consume();
            });
        }
    }

    /// Shows the same line again, with what is found of it now.
    void renew() {
        updateItem(getItem(), isEmpty());
    }

    @Override
    protected void updateItem(@Nullable OutlineItem item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            style(Optional.empty());
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (item) {
            case OutlineItem.Root() -> show(item, "", Optional.empty(), Optional.empty());
            case OutlineItem.Namespace(String name) ->
                show(
                        item,
                        name.isEmpty() ? messages.get("outline.cluster") : name,
                        Optional.of("Namespace"),
                        Optional.of("outline-group"));
            case OutlineItem.Kind(String _, String name) ->
                show(item, name + "  " + getTreeItem().getChildren().size(), Optional.empty(), Optional.empty());
            case OutlineItem.Leaf(ResourceId object, boolean isDeclared) ->
                show(
                        item,
                        object.name(),
                        Optional.of(object.kind()),
                        isDeclared ? Optional.empty() : Optional.of("observed-only"));
            case OutlineItem.Container(ResourceId _, String name, OutlineItem.Sort sort) ->
                show(
                        item,
                        sort == OutlineItem.Sort.EPHEMERAL ? messages.get("outline.ephemeral", name) : name,
                        Optional.of(sort == OutlineItem.Sort.INIT ? "init-container" : "container"),
                        Optional.empty());
        }
    }

    private void show(OutlineItem item, String text, Optional<String> icon, Optional<String> style) {
        Optional<Severity> worst = marks.get().of(item);
        style(style);
        setText(text);
        sign(new Signs(icon, worst));
        setGraphic(graphic);
        String kind = item instanceof OutlineItem.Leaf(ResourceId object, boolean _) ? object.kind() + " " : "";
        setAccessibleText(kind
                + text
                + worst.map(severity -> ", " + messages.get("outline." + severity))
                        .orElse(""));
    }

    private void style(Optional<String> wanted) {
        for (String style : STYLES) {
            if (!wanted.equals(Optional.of(style))) {
                getStyleClass().remove(style);
            } else if (!getStyleClass().contains(style)) {
                getStyleClass().add(style);
            }
        }
    }

    private void sign(Signs wanted) {
        if (!wanted.equals(signs)) {
            signs = wanted;
            List<Node> nodes = new ArrayList<>();
            wanted.icon().ifPresent(name -> nodes.add(new KindIcon(name, ICON_SIZE)));
            wanted.mark().ifPresent(severity -> nodes.add(mark(severity)));
            graphic.getChildren().setAll(nodes);
        }
    }

    private static Label mark(Severity severity) {
        FontIcon icon = new FontIcon(icon(severity));
        icon.getStyleClass().addAll("outline-mark", severity.name().toLowerCase(Locale.ROOT));
        Label mark = new Label();
        mark.setGraphic(icon);
        return mark;
    }

    private static String icon(Severity severity) {
        return switch (severity) {
            case ERROR -> "fth-alert-octagon";
            case WARNING -> "fth-alert-triangle";
            case ADVICE -> "fth-info";
        };
    }
}
