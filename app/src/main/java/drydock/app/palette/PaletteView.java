package drydock.app.palette;

import drydock.app.icon.KindIcon;
import drydock.app.text.Messages;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be drawn: a click or Enter adds it where there is room or to what is selected, a drag where the mouse is
/// let go. Groups fold; while something is searched for, all are open.
public final class PaletteView extends BorderPane {

    private static final double ICON_SIZE = 18;
    private static final PseudoClass TAKEN_BY_ENTER = PseudoClass.getPseudoClass("taken-by-enter");

    private final Messages messages = Messages.of(PaletteView.class);
    private final List<PaletteItem> items = PaletteItem.all();
    private final PaletteDrops drops;
    private final TextField search = new TextField();
    private final VBox list = new VBox();
    private final Set<String> folded = new HashSet<>();

    /// Whether the drag that is under way was given up.
    private boolean cancelled;

    public PaletteView(PaletteDrops drops) {
        this.drops = drops;
        getStyleClass().add("palette");
        search.setId("palette-search");
        search.setPromptText(messages.get("palette.search"));
        search.setAccessibleText(messages.get("palette.search"));
        search.textProperty().subscribe(_ -> show());
        search.setOnAction(_ -> first().ifPresent(drops::add));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.getChildren().stream()
                        .filter(node -> node.getStyleClass().contains("palette-item"))
                        .findFirst()
                        .ifPresent(Node::requestFocus);
                event.consume();
            }
        });
        list.getStyleClass().add("palette-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        setTop(search);
        setCenter(scroll);
    }

    private List<PaletteItem> found() {
        return items.stream().filter(item -> item.matches(search.getText())).toList();
    }

    /// What Enter takes: of what was found, the entry that is meant most exactly.
    private Optional<PaletteItem> first() {
        return found().stream().min(Comparator.comparingInt(item -> item.distance(search.getText())));
    }

    private void show() {
        list.getChildren().clear();
        boolean searching = !search.getText().isBlank();
        Optional<PaletteItem> takenByEnter = searching ? first() : Optional.empty();
        String group = "";
        for (PaletteItem item : found()) {
            if (!item.group().equals(group)) {
                group = item.group();
                list.getChildren().add(header(group));
            }
            if (searching || !folded.contains(group)) {
                Button button = button(item);
                button.pseudoClassStateChanged(
                        TAKEN_BY_ENTER, takenByEnter.filter(item::equals).isPresent());
                list.getChildren().add(button);
            }
        }
    }

    private Button header(String group) {
        FontIcon fold = new FontIcon(folded.contains(group) ? "fth-chevron-right" : "fth-chevron-down");
        Button header = new Button(messages.get("palette." + group), fold);
        header.setId("palette-group-" + group);
        header.setMaxWidth(Double.MAX_VALUE);
        header.getStyleClass().addAll("flat", "palette-group");
        header.setOnAction(_ -> {
            if (!folded.remove(group)) {
                folded.add(group);
            }
            show();
        });
        return header;
    }

    private Button button(PaletteItem item) {
        Button button = new Button(item.title(messages), new KindIcon(item.icon(), ICON_SIZE));
        button.setId("palette-" + item.id());
        button.setContentDisplay(ContentDisplay.LEFT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "palette-item");
        button.setAccessibleHelp(item.hint(messages));
        Tooltip hint = new Tooltip(item.hint(messages));
        hint.setWrapText(true);
        hint.setMaxWidth(360);
        button.setTooltip(hint);
        button.setOnAction(_ -> drops.add(item));
        button.setOnMousePressed(_ -> cancelled = false);
        button.setOnMouseDragged(event -> {
            if (!cancelled && !button.contains(event.getX(), event.getY())) {
                button.setCursor(Cursor.CLOSED_HAND);
                drops.drag(item, new Point2D(event.getSceneX(), event.getSceneY()));
            }
        });
        button.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancelled = true;
                button.setCursor(Cursor.DEFAULT);
                drops.cancel();
            }
        });
        button.setOnMouseReleased(event -> {
            button.setCursor(Cursor.DEFAULT);
            if (!cancelled && !button.contains(event.getX(), event.getY())) {
                drops.drop(item, new Point2D(event.getSceneX(), event.getSceneY()));
            }
        });
        return button;
    }
}
