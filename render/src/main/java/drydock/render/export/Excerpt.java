package drydock.render.export;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Scene;
import java.util.List;
import java.util.Set;

/// Parts of scenes.
public final class Excerpt {

    private Excerpt() {}

    /// The figures of these objects and their parts, and the lines between them.
    public static Scene of(Scene scene, Set<ResourceId> objects) {
        List<Figure> figures = scene.figures().stream()
                .filter(figure -> isOf(figure.id(), objects))
                .toList();
        Rect bounds = figures.stream().map(Figure::bounds).reduce(Rect::union).orElse(new Rect(0, 0, 0, 0));
        return new Scene(figures, bounds);
    }

    private static boolean isOf(FigureId id, Set<ResourceId> objects) {
        return switch (id) {
            case FigureId.Of(ResourceId object) -> objects.contains(object);
            case FigureId.Part(ResourceId object, String _) -> objects.contains(object);
            case FigureId.Edge(String _, ResourceId from, ResourceId to) ->
                objects.contains(from) && objects.contains(to);
            case FigureId.Note _, FigureId.Group _, FigureId.Named _ -> false;
        };
    }
}
