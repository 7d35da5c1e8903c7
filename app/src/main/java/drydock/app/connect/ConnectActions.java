package drydock.app.connect;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.canvas.CanvasView;
import drydock.app.canvas.LineDrawing;
import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.connect.Connection;
import drydock.model.connect.Connections;
import drydock.model.connect.Disconnection;
import drydock.model.connect.End;
import drydock.model.edit.Edit;
import drydock.model.resource.ResourceId;
import drydock.render.scene.FigureId;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// Connects objects, by lines or by name, and takes lines away.
public final class ConnectActions implements LineDrawing {

    private final Messages messages = Messages.of(ConnectActions.class);
    private final ConnectionTexts texts = new ConnectionTexts();
    private final Workspace workspace;
    private final CanvasView canvas;
    private final Dialogs dialogs;
    private final ContextMenu menu = new ContextMenu();

    public ConnectActions(Workspace workspace, CanvasView canvas, Dialogs dialogs) {
        this.workspace = workspace;
        this.canvas = canvas;
        this.dialogs = dialogs;
        menu.setId("connect-menu");
        canvas.setLines(this);
    }

    /// Connects the selected object with another that is chosen from a list, or the two that are selected.
    public Action connect() {
        return Action.of("connect", messages.get("connect.action"), this::connectSelected)
                .withIcon("fth-share-2")
                .withKeys("Shortcut+K")
                .when(
                        Bindings.createBooleanBinding(
                                () -> List.of(1, 2)
                                                .contains(workspace
                                                        .selection()
                                                        .objects()
                                                        .size())
                                        && workspace.selection().objects().stream()
                                                .allMatch(this::canBeginAt),
                                workspace.selection().objectsProperty(),
                                workspace.document().projectProperty()),
                        Need.OBJECT);
    }

    /// Whether the project writes what the line means, so that it can be taken away.
    public boolean isRemovable(FigureId.Edge line) {
        return Disconnection.of(workspace.document().project(), line.from(), line.to())
                .isPresent();
    }

    /// Takes the selected line away.
    ///
    /// @return whether one was selected
    public boolean deleteLine() {
        if (!(workspace.selection().figure().orElse(null) instanceof FigureId.Edge edge)) {
            return false;
        }
        Optional<Edit> edit = Disconnection.of(workspace.document().project(), edge.from(), edge.to());
        if (edit.isEmpty()) {
            workspace.messageProperty().set(messages.get("connect.stays", name(edge.from()), name(edge.to())));
        } else if (workspace.perform(edit.get(), "edit.disconnect")) {
            workspace.selection().clear();
        }
        return true;
    }

    @Override
    public boolean canBeginAt(ResourceId object) {
        return !workspace.document().project().declarations(object).isEmpty();
    }

    @Override
    public boolean fits(ResourceId from, ResourceId to) {
        return Connections.fit(from, to);
    }

    @Override
    public void drawn(End from, End to, Point2D screen) {
        List<Connection> offers = Connections.between(workspace.document().project(), from, to);
        if (offers.size() <= 1) {
            take(offers, from, to);
            return;
        }
        menu.getItems()
                .setAll(offers.stream().map(offer -> item(offer, from, to)).toList());
        menu.show(canvas, screen.getX(), screen.getY());
    }

    private MenuItem item(Connection offer, End from, End to) {
        MenuItem item = new MenuItem(texts.of(offer, from.object(), to.object()));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> make(offer, from, to));
        return item;
    }

    private void take(List<Connection> offers, End from, End to) {
        offers.stream()
                .findFirst()
                .ifPresentOrElse(
                        offer -> make(offer, from, to),
                        () -> workspace
                                .messageProperty()
                                .set(messages.get("connect.already", name(from.object()), name(to.object()))));
    }

    private void make(Connection connection, End from, End to) {
        Optional<String> path = connection.mounts()
                ? dialogs.askText(
                                messages.get("connect.action"),
                                messages.get("connect.mountPath", from.object().name()),
                                connection.mountPath(),
                                false)
                        .map(String::strip)
                : Optional.of("");
        if (path.filter(p -> connection.mounts() && !p.startsWith("/")).isPresent()) {
            workspace.messageProperty().set(messages.get("connect.wrongPath", path.get()));
        } else if (path.isPresent() && workspace.perform(connection.edit(path.get()), "edit.connect")) {
            workspace
                    .messageProperty()
                    .set(messages.get("connect.done", texts.of(connection, from.object(), to.object())));
        }
    }

    private void connectSelected() {
        List<ResourceId> selected = workspace.selection().objects();
        End from = End.of(selected.getFirst());
        Optional<ResourceId> other = selected.size() == 2
                ? Optional.of(selected.getLast()).filter(to -> fits(from.object(), to))
                : dialogs.pick(
                        messages.get("connect.action"),
                        messages.get("connect.with", name(from.object())),
                        workspace.document().project().declarations().keySet().stream()
                                .filter(to -> fits(from.object(), to))
                                .sorted()
                                .toList(),
                        ConnectActions::name);
        other.map(End::of).ifPresent(to -> connect(from, to));
    }

    private void connect(End from, End to) {
        List<Connection> offers = Connections.between(workspace.document().project(), from, to);
        if (offers.size() <= 1) {
            take(offers, from, to);
        } else {
            dialogs.pick(
                            messages.get("connect.action"),
                            messages.get("connect.meaning", name(from.object()), name(to.object())),
                            offers,
                            offer -> texts.of(offer, from.object(), to.object()))
                    .ifPresent(offer -> make(offer, from, to));
        }
    }

    private static String name(ResourceId id) {
        return id.kind() + " " + id.name();
    }
}
