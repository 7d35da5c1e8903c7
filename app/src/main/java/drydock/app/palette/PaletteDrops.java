package drydock.app.palette;

import drydock.app.canvas.CanvasView;
import drydock.app.dialog.Dialogs;
import drydock.app.settings.Grid;
import drydock.app.settings.Settings;
import drydock.app.workspace.Workspace;
import drydock.model.connect.End;
import drydock.model.connect.Part;
import drydock.model.pattern.Pattern;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;

/// Brings entries of the palette onto the canvas: what they become depends on where they are let go.
public final class PaletteDrops {

    private final Workspace workspace;
    private final CanvasView canvas;
    private final NewObjects objects;
    private final NewParts parts;

    public PaletteDrops(Workspace workspace, CanvasView canvas, Dialogs dialogs, Settings settings) {
        this.workspace = workspace;
        this.canvas = canvas;
        this.objects = new NewObjects(
                workspace,
                () -> canvas.places().values(),
                () -> settings.preferences().placing());
        this.parts = new NewParts(workspace, dialogs);
    }

    /// Adds an entry in the middle of the canvas, or to what is selected.
    public void add(PaletteItem item) {
        switch (item.content()) {
            case PaletteItem.OfObjects(Pattern pattern) -> {
                Rect middle = PatternShape.of(pattern.objects("x")).around(canvas.middle());
                add(pattern, new Point(middle.x(), middle.y()), Optional.empty());
            }
            case PaletteItem.OfPart(Part part) -> parts.addToSelected(part);
        }
    }

    /// An entry is being dragged, and is now at a point of the window's scene: what can take it lights up.
    public void drag(PaletteItem item, Point2D at) {
        switch (item.content()) {
            case PaletteItem.OfObjects(Pattern pattern) -> {
                Optional<Rect> place = canvas.placeAt(at).map(PatternShape.of(pattern.objects("x"))::at);
                canvas.emphasis().offer(id -> takes(id, pattern), under(at), place);
            }
            case PaletteItem.OfPart _ -> canvas.emphasis().offer(parts::fits, under(at), Optional.empty());
        }
    }

    private Optional<ResourceId> under(Point2D at) {
        return canvas.endAt(at).map(End::object);
    }

    /// The entry that was dragged will not be let go on the canvas.
    public void cancel() {
        canvas.emphasis().offerNothing();
    }

    /// An entry was let go at a point of the window's scene.
    public void drop(PaletteItem item, Point2D at) {
        canvas.emphasis().offerNothing();
        Optional<End> end = canvas.endAt(at);
        switch (item.content()) {
            case PaletteItem.OfObjects(Pattern pattern) ->
                canvas.placeAt(at)
                        .ifPresent(place -> add(
                                pattern,
                                place,
                                end.map(End::object)
                                        .filter(id -> takes(id, pattern))
                                        .map(ResourceId::name)));
            case PaletteItem.OfPart(Part part) ->
                end.filter(e -> parts.fits(e.object())).ifPresentOrElse(e -> parts.add(part, e), parts::tellWhereTo);
        }
    }

    private void add(Pattern pattern, Point place, Optional<String> namespace) {
        canvas.stay();
        Grid grid = canvas.preferencesProperty().get().grid();
        Point placed = new Point(grid.placed(place.x()), grid.placed(place.y()));
        List<ResourceId> added = objects.add(pattern, placed, namespace);
        canvas.reveal(added);
    }

    /// Whether `id` is a namespace of the project that new objects of the pattern can come into.
    private boolean takes(ResourceId id, Pattern pattern) {
        return id.kind().equals(Kinds.NAMESPACE.kind())
                && id.group().isEmpty()
                && !workspace.document().project().declarations(id).isEmpty()
                && pattern.objects("x").stream()
                        .anyMatch(object -> !object.namespace().isEmpty());
    }
}
