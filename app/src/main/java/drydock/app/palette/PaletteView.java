package drydock.app.palette;

import drydock.app.icon.KindIcon;
import drydock.app.text.Messages;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The kinds to choose from: a click adds an object where there is room, a drag where the mouse is let go.
public final class PaletteView extends BorderPane {

    private static final double ICON_SIZE = 18;

    private final Messages messages = Messages.of(PaletteView.class);
    private final Consumer<PaletteItem> add;
    private final BiConsumer<PaletteItem, Point2D> drop;
    private final VBox list = new VBox();

    /// @param add adds an object of a kind where there is room
    /// @param drop is told that an item was dragged to a point of the window's scene
    public PaletteView(Consumer<PaletteItem> add, BiConsumer<PaletteItem, Point2D> drop) {
        this.add = add;
        this.drop = drop;
        getStyleClass().add("palette");
        TextField search = new TextField();
        search.setId("palette-search");
        search.setPromptText(messages.get("palette.search"));
        search.setAccessibleText(search.getPromptText());
        search.textProperty().subscribe(this::show);
        list.getStyleClass().add("palette-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        setTop(search);
        setCenter(scroll);
    }

    private void show(String wanted) {
        String lower = wanted.strip().toLowerCase(Locale.ROOT);
        list.getChildren().clear();
        String group = "";
        for (PaletteItem item : PaletteItem.all()) {
            if (!item.kind().kind().toLowerCase(Locale.ROOT).contains(lower)) {
                continue;
            }
            if (!item.group().equals(group)) {
                group = item.group();
                Label header = new Label(messages.get("palette." + group));
                header.getStyleClass().add("palette-group");
                list.getChildren().add(header);
            }
            list.getChildren().add(button(item));
        }
    }

    private Button button(PaletteItem item) {
        Button button = new Button(item.kind().kind(), new KindIcon(item.kind().kind(), ICON_SIZE));
        button.setId("palette-" + item.kind().kind());
        button.setContentDisplay(ContentDisplay.LEFT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().addAll("flat", "palette-item");
        button.setOnAction(_ -> add.accept(item));
        button.setOnMouseDragged(_ -> button.setCursor(Cursor.CLOSED_HAND));
        button.setOnMouseReleased(event -> {
            button.setCursor(Cursor.DEFAULT);
            if (!button.contains(event.getX(), event.getY())) {
                drop.accept(item, new Point2D(event.getSceneX(), event.getSceneY()));
            }
        });
        return button;
    }
}
