package drydock.app.outline;

import drydock.app.icon.KindIcon;
import drydock.app.text.Messages;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Severity;
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

    private final Messages messages;
    private final Supplier<OutlineMarks> marks;
    private final Label mark = new Label();
    private final HBox graphic = new HBox(4);

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

    @Override
    protected void updateItem(@Nullable OutlineItem item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().removeAll("observed-only", "outline-group");
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (item) {
            case OutlineItem.Root() -> show("", Optional.empty());
            case OutlineItem.Namespace(String name) -> {
                show(name.isEmpty() ? messages.get("outline.cluster") : name, Optional.of("Namespace"));
                getStyleClass().add("outline-group");
            }
            case OutlineItem.Kind(String _, String name) ->
                show(name + "  " + getTreeItem().getChildren().size(), Optional.empty());
            case OutlineItem.Leaf(ResourceId object, boolean isDeclared) -> {
                show(object.name(), Optional.of(object.kind()));
                if (!isDeclared) {
                    getStyleClass().add("observed-only");
                }
            }
            case OutlineItem.Container(ResourceId _, String name, boolean init) ->
                show(name, Optional.of(init ? "init-container" : "container"));
        }
        tell(item);
    }

    private void show(String text, Optional<String> icon) {
        setText(text);
        graphic.getChildren()
                .setAll(icon.<Node>map(name -> new KindIcon(name, ICON_SIZE)).stream()
                        .toList());
        setGraphic(graphic);
    }

    private static String icon(Severity severity) {
        return switch (severity) {
            case ERROR -> "fth-alert-octagon";
            case WARNING -> "fth-alert-triangle";
            case ADVICE -> "fth-info";
        };
    }

    private void tell(OutlineItem item) {
        Optional<Severity> worst = marks.get().of(item);
        worst.ifPresent(severity -> {
            FontIcon icon = new FontIcon(icon(severity));
            icon.getStyleClass().addAll("outline-mark", severity.name().toLowerCase(Locale.ROOT));
            mark.setGraphic(icon);
            graphic.getChildren().add(mark);
        });
        String kind = item instanceof OutlineItem.Leaf(ResourceId object, boolean _) ? object.kind() + " " : "";
        setAccessibleText(kind
                + getText()
                + worst.map(severity -> ", " + messages.get("outline." + severity))
                        .orElse(""));
    }
}
