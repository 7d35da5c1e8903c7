package drydock.app.palette;

import drydock.app.canvas.CanvasView;
import drydock.app.dialog.Dialogs;
import drydock.app.workspace.Workspace;
import drydock.model.connect.End;
import drydock.model.connect.Part;
import drydock.model.pattern.Pattern;
import drydock.model.resource.ResourceId;
import java.util.Optional;
import javafx.geometry.Point2D;

/// Brings entries of the palette onto the canvas: what they become depends on where they are let go.
public final class PaletteDrops {

    private final CanvasView canvas;
    private final NewObjects objects;
    private final NewParts parts;

    public PaletteDrops(Workspace workspace, CanvasView canvas, Dialogs dialogs) {
        this.canvas = canvas;
        this.objects = new NewObjects(workspace);
        this.parts = new NewParts(workspace, dialogs);
    }

    /// Adds an entry where there is room, or to what is selected.
    public void add(PaletteItem item) {
        switch (item.content()) {
            case PaletteItem.OfObjects(Pattern pattern) -> objects.add(pattern, Optional.empty(), Optional.empty());
            case PaletteItem.OfPart(Part part) -> parts.addToSelected(part);
        }
    }

    /// An entry is being dragged: what can take it lights up.
    public void drag(PaletteItem item) {
        switch (item.content()) {
            case PaletteItem.OfObjects _ -> canvas.offer(PaletteDrops::isNamespace);
            case PaletteItem.OfPart _ -> canvas.offer(Part::fits);
        }
    }

    /// An entry was let go at a point of the window's scene.
    public void drop(PaletteItem item, Point2D at) {
        canvas.offerNothing();
        Optional<End> end = canvas.endAt(at);
        switch (item.content()) {
            case PaletteItem.OfObjects(Pattern pattern) ->
                canvas.placeAt(at).ifPresent(place -> {
                    Optional<String> namespace = end.map(End::object)
                            .filter(PaletteDrops::isNamespace)
                            .map(ResourceId::name);
                    canvas.stay();
                    objects.add(pattern, namespace.isPresent() ? Optional.empty() : Optional.of(place), namespace);
                });
            case PaletteItem.OfPart(Part part) ->
                end.filter(e -> Part.fits(e.object())).ifPresentOrElse(e -> parts.add(part, e), parts::tellWhereTo);
        }
    }

    private static boolean isNamespace(ResourceId id) {
        return id.kind().equals("Namespace");
    }
}
