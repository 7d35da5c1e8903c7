package drydock.app.palette;

import drydock.app.icon.KindIcon;
import drydock.app.text.Messages;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final VBox list = new VBox();

    /// @param add adds an object of a kind where there is room
    public PaletteView(Consumer<PaletteItem> add) {
        this.add = add;
        getStyleClass().add("palette");
        TextField search = new TextField();
        search.setId("palette-search");
        search.setPromptText(messages.get("palette.search"));
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
        button.setUserData(item);
        button.setOnAction(_ -> add.accept(item));
        button.setOnDragDetected(event -> {
            button.startFullDrag();
            event.consume();
        });
        return button;
    }

    /// What is being dragged out of the palette, if `source` is one of its items.
    public static Optional<PaletteItem> dragged(Object source) {
        return source instanceof Button button && button.getUserData() instanceof PaletteItem item
                ? Optional.of(item)
                : Optional.empty();
    }
}
