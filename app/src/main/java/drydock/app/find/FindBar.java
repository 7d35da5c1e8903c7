package drydock.app.find;

import drydock.app.canvas.CanvasView;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.model.search.Hit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A field over the canvas that finds objects by what they say.
///
/// What is found is lit on the canvas and listed below the field; Enter and F3 walk from one to the next, which selects
/// and shows it; Esc closes the field and gives the focus back to where it was.
public final class FindBar extends VBox {

    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");
    private static final int MOST_ROWS = 8;

    private final Messages messages = Messages.of(FindBar.class);
    private final CanvasView canvas;
    private final Consumer<ResourceId> goTo;
    private final Finder finder;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final ObservableList<Hit> rows = FXCollections.observableArrayList();
    private final ListView<Hit> list = new ListView<>(rows);
    private @Nullable Node focusedBefore;

    /// @param goTo selects and shows an object
    public FindBar(Workspace workspace, CanvasView canvas, Consumer<ResourceId> goTo) {
        this.canvas = canvas;
        this.goTo = goTo;
        this.finder = new Finder(workspace);
        setId("find-bar");
        getStyleClass().add("find-bar");
        setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.TOP_RIGHT);
        StackPane.setMargin(this, new Insets(12));
        field.setId("find-field");
        field.setPromptText(messages.get("find.prompt"));
        field.setAccessibleText(messages.get("find.name"));
        field.textProperty().bindBidirectional(finder.typedProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(field, Priority.ALWAYS);
        count.setId("find-count");
        count.getStyleClass().add("text-muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        list.setId("find-hits");
        list.setAccessibleText(messages.get("find.hits"));
        list.setCellFactory(_ -> new HitCell());
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(rows.size(), MOST_ROWS) * list.getFixedCellSize() + 2,
                        rows,
                        list.fixedCellSizeProperty()));
        list.setFocusTraversable(false);
        list.setOnMouseClicked(_ ->
                Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(this::select));
        HBox line = new HBox(
                4,
                field,
                count,
                button("find-previous", "fth-chevron-up", "find.previous", () -> walk(-1)),
                button("find-next", "fth-chevron-down", "find.next", () -> walk(1)),
                button("find-close", "fth-x", "find.close", this::close));
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(line, list);
        visibleProperty().bind(finder.openProperty());
        managedProperty().bind(visibleProperty());
        finder.hitsProperty().subscribe(this::show);
        finder.currentProperty().subscribe(this::mark);
    }

    /// Opens the field, or goes to it where it is open.
    public void open() {
        Node owner = getScene().getFocusOwner();
        if (!isInside(owner)) {
            focusedBefore = owner;
        }
        finder.openProperty().set(true);
        field.requestFocus();
        field.selectAll();
    }

    /// Closes the field; the focus goes back to where it was, or to the canvas.
    public void close() {
        finder.openProperty().set(false);
        Node before = focusedBefore;
        focusedBefore = null;
        boolean canTakeIt = before != null && Objects.equals(before.getScene(), getScene()) && !before.isDisabled();
        (canTakeIt ? before : canvas).requestFocus();
    }

    /// Walks to what was found after, or with a negative number before, the one that is shown.
    void walk(int steps) {
        finder.step(steps).ifPresent(this::select);
    }

    /// Whether there is anything to walk to.
    BooleanBinding foundBinding() {
        return Bindings.createBooleanBinding(() -> !finder.hitsProperty().get().isEmpty(), finder.hitsProperty());
    }

    private boolean isInside(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }

    private Button button(String id, String icon, String text, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "tool-button");
        button.setAccessibleText(messages.get(text));
        button.setTooltip(new Tooltip(messages.get(text)));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> walk(event.isShiftDown() ? -1 : 1);
            case DOWN -> walk(1);
            case UP -> walk(-1);
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show(List<Hit> hits) {
        rows.setAll(hits);
        canvas.emphasis().find(hits.stream().map(Hit::object).toList());
        list.setVisible(!hits.isEmpty());
        list.setManaged(!hits.isEmpty());
        mark();
    }

    /// Shows in the list and beside the field which one was walked to.
    private void mark() {
        int position = finder.position();
        if (position < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != position) {
            list.getSelectionModel().clearAndSelect(position);
            list.scrollTo(Math.max(0, position - MOST_ROWS / 2));
        }
        int size = rows.size();
        boolean looking = !finder.typedProperty().get().isBlank();
        String text =
                position < 0 ? messages.get("find.count", size) : messages.get("find.position", position + 1, size);
        count.setText(looking ? text : "");
        pseudoClassStateChanged(NOTHING, looking && size == 0);
    }

    private void select(Hit hit) {
        finder.go(hit);
        goTo.accept(hit.object());
    }
}
