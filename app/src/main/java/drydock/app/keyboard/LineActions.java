package drydock.app.keyboard;

import drydock.app.action.Action;
import drydock.app.action.Need;
import drydock.app.canvas.CanvasView;
import drydock.app.text.Messages;
import drydock.app.workspace.Selection;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/// Walks the lines that begin or end at the selected figure, so that a line can be looked at and deleted by keyboard;
/// and goes from a line to what is at its other end.
public final class LineActions {

    private final Messages messages = Messages.of(LineActions.class);
    private final Workspace workspace;
    private final CanvasView canvas;

    /// The object whose lines are walked, while one of them is selected.
    private Optional<ResourceId> origin = Optional.empty();

    public LineActions(Workspace workspace, CanvasView canvas) {
        this.workspace = workspace;
        this.canvas = canvas;
    }

    public List<Action> actions() {
        Selection selection = workspace.selection();
        BooleanBinding begun = Bindings.createBooleanBinding(
                () -> selection.single().isPresent() || selectedLine().isPresent(),
                selection.objectsProperty(),
                selection.figureProperty());
        BooleanBinding onLine =
                Bindings.createBooleanBinding(() -> selectedLine().isPresent(), selection.figureProperty());
        return List.of(
                Action.of("nextLine", messages.get("keyboard.nextLine"), this::nextLine)
                        .withKeys("Shortcut+J")
                        .when(begun, Need.ONE_OBJECT),
                Action.of("otherEnd", messages.get("keyboard.otherEnd"), this::goToOtherEnd)
                        .withKeys("Shift+Shortcut+J")
                        .when(onLine, Need.LINE));
    }

    private void nextLine() {
        ResourceId from = workspace
                .selection()
                .single()
                .or(() -> selectedLine().map(this::originOf))
                .orElseThrow();
        List<FigureId.Edge> lines = canvas.scene().figures().stream()
                .map(Figure::id)
                .filter(FigureId.Edge.class::isInstance)
                .map(FigureId.Edge.class::cast)
                .filter(line -> isEnd(line, from))
                .toList();
        if (lines.isEmpty()) {
            workspace.messageProperty().set(messages.get("keyboard.noLine", from.kind(), from.name()));
            return;
        }
        int at = selectedLine().map(lines::indexOf).orElse(-1);
        origin = Optional.of(from);
        workspace.selection().select(lines.get((at + 1) % lines.size()));
    }

    private void goToOtherEnd() {
        selectedLine().ifPresent(line -> {
            ResourceId other = originOf(line).equals(line.from()) ? line.to() : line.from();
            workspace.selection().select(List.of(other));
            canvas.reveal(List.of(other));
        });
    }

    private ResourceId originOf(FigureId.Edge line) {
        return origin.filter(object -> isEnd(line, object)).orElse(line.from());
    }

    private static boolean isEnd(FigureId.Edge line, ResourceId object) {
        return line.from().equals(object) || line.to().equals(object);
    }

    private Optional<FigureId.Edge> selectedLine() {
        return workspace
                .selection()
                .figure()
                .filter(FigureId.Edge.class::isInstance)
                .map(FigureId.Edge.class::cast);
    }
}
