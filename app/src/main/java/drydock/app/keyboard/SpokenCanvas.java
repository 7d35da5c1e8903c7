package drydock.app.keyboard;

import drydock.app.canvas.CanvasView;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.resource.ResourceId;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import java.util.List;
import java.util.Optional;

/// What a screen reader says of the canvas: what is selected, of which kind and in which state, and how much
/// is wrong with it.
public final class SpokenCanvas {

    private final Messages messages = Messages.of(SpokenCanvas.class);
    private final Workspace workspace;
    private final CanvasView canvas;

    public SpokenCanvas(Workspace workspace, CanvasView canvas) {
        this.workspace = workspace;
        this.canvas = canvas;
        canvas.setAccessibleRoleDescription(messages.get("keyboard.canvas"));
        canvas.setAccessibleHelp(messages.get("keyboard.canvas.help"));
        workspace.selection().objectsProperty().subscribe(this::tell);
        workspace.selection().figureProperty().subscribe(this::tell);
        workspace.findingsProperty().subscribe(this::tell);
        canvas.pointedProperty().subscribe(this::tell);
        canvas.shownSceneProperty().subscribe(_ -> tell());
    }

    private void tell() {
        canvas.setAccessibleText(text());
    }

    private String text() {
        Optional<FigureId> pointed = canvas.pointedProperty().get();
        return pointed.isPresent()
                ? messages.get("keyboard.pointed", described(pointed.get()), selected())
                : selected();
    }

    private String described(FigureId id) {
        return id instanceof FigureId.Of(ResourceId object)
                ? object(object)
                : figure(id).map(Figure::description).orElse("");
    }

    private String selected() {
        List<ResourceId> objects = workspace.selection().objects();
        if (objects.size() > 1) {
            return messages.get("keyboard.selected", objects.size());
        }
        return objects.stream()
                .findFirst()
                .map(this::object)
                .or(() -> workspace.selection().figure().flatMap(this::figure).map(Figure::description))
                .orElseGet(() -> messages.get("keyboard.nothing"));
    }

    private String object(ResourceId object) {
        String name = object.kind() + " " + object.name();
        String described =
                figure(new FigureId.Of(object)).map(Figure::description).orElse(name);
        String spoken = described.startsWith(object.kind()) ? described : object.kind() + " " + described;
        long problems = workspace.findingsProperty().get().stream()
                .filter(finding -> finding.object().equals(Optional.of(object)))
                .count();
        return problems == 0 ? spoken : spoken + ", " + messages.get("keyboard.problems", problems);
    }

    private Optional<Figure> figure(FigureId id) {
        return canvas.scene().find(id);
    }
}
