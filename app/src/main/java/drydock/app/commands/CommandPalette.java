package drydock.app.commands;

import drydock.app.action.Action;
import drydock.app.settings.Settings;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A field over the whole window in which a user types what to do, or where to go.
///
/// Lies upon the window and is not there while it is closed. Enter does what is chosen, Esc or a click beside it does
/// nothing; the focus goes back to where it was before anything is done.
public final class CommandPalette extends StackPane {

    private static final int MOST_ROWS = 12;

    private final Messages messages = Messages.of(CommandPalette.class);
    private final Workspace workspace;
    private final Settings settings;
    private final Supplier<List<Action>> actions;
    private final EnglishNames english;
    private final Consumer<ResourceId> goTo;
    private final TextField field = new TextField();
    private final ObservableList<Entry> rows = FXCollections.observableArrayList();
    private final ListView<Entry> list = new ListView<>(rows);
    private Offer offer = new Offer(List.of(), List.of(), Set.of());
    private @Nullable Node focusedBefore;

    /// @param actions all that can be done, asked for when it opens
    /// @param goTo shows an object
    public CommandPalette(
            Workspace workspace,
            Settings settings,
            Supplier<List<Action>> actions,
            EnglishNames english,
            Consumer<ResourceId> goTo) {
        this.workspace = workspace;
        this.settings = settings;
        this.actions = actions;
        this.english = english;
        this.goTo = goTo;
        setId("command-palette");
        getStyleClass().add("command-palette");
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        field.setId("command-field");
        field.setPromptText(messages.get("commands.prompt"));
        field.setAccessibleText(messages.get("commands.name"));
        field.textProperty().subscribe(this::show);
        list.setId("command-list");
        list.setAccessibleText(messages.get("commands.name"));
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.clamp(rows.size(), 1, MOST_ROWS) * list.getFixedCellSize() + 2,
                        rows,
                        list.fixedCellSizeProperty()));
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new EntryCell(messages));
        list.setOnMouseClicked(_ -> take());
        VBox box = new VBox(8, field, list);
        box.getStyleClass().add("command-box");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setMargin(box, new Insets(64, 16, 16, 16));
        getChildren().setAll(box);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(event -> {
            if (Objects.equals(event.getTarget(), this)) {
                close();
            }
        });
    }

    /// Opens it, empty.
    public void open() {
        if (!isVisible()) {
            focusedBefore = getScene().getFocusOwner();
        }
        offer = offer();
        setVisible(true);
        field.clear();
        show("");
        field.requestFocus();
    }

    private void close() {
        setVisible(false);
        Optional.ofNullable(focusedBefore).ifPresent(Node::requestFocus);
        focusedBefore = null;
    }

    private Offer offer() {
        Set<ResourceId> objects =
                new TreeSet<>(workspace.document().project().declarations().keySet());
        workspace.session().ifPresent(s -> s.observed().objects().forEach(o -> objects.add(ResourceId.of(o))));
        List<Entry.Command> commands = actions.get().stream()
                .map(action -> new Entry.Command(action, english.of(action)))
                .toList();
        return new Offer(commands, settings.recentCommands(), objects);
    }

    private void show(String typed) {
        rows.setAll(offer.matching(typed));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> take();
            case ESCAPE -> close();
            case DOWN -> choose(1);
            case UP -> choose(-1);
            case PAGE_DOWN -> choose(MOST_ROWS);
            case PAGE_UP -> choose(-MOST_ROWS);
            default -> {
                // the window below does not take the focus away while this is open
                if (event.getCode() == KeyCode.TAB) {
                    event.consume();
                }
                return;
            }
        }
        event.consume();
    }

    private void choose(int steps) {
        int chosen =
                Math.clamp((long) list.getSelectionModel().getSelectedIndex() + steps, 0, Math.max(0, rows.size() - 1));
        list.getSelectionModel().clearAndSelect(chosen);
        list.scrollTo(Math.max(0, chosen - MOST_ROWS / 2));
    }

    private void take() {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        switch (chosen) {
            case null -> {
                // nothing fits what was typed
            }
            case Entry.Command(Action action, String _) -> {
                close();
                run(action);
            }
            case Entry.GoTo(ResourceId object) -> {
                close();
                goTo.accept(object);
            }
        }
    }

    private void run(Action action) {
        if (action.enabled().get()) {
            settings.addRecentCommand(action.id());
            action.run().run();
        } else {
            action.need().ifPresent(workspace.messageProperty()::set);
        }
    }
}
