package drydock.app.canvas;

import drydock.model.connect.End;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.hit.SceneIndex;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.scene.Region;
import drydock.render.traffic.Request;
import drydock.render.viewport.Viewport;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// What of a canvas is at a point of it. Points and tolerances are in pixels of the view.
public final class HitTest {

    /// How near to a figure the mouse has to come to mean it, in pixels.
    static final double REACH = 6;

    private static final Pattern CONTAINER = Pattern.compile("spec[.\\w]*[.](c|initC)ontainers\\[\\d+]");

    private final Supplier<Viewport> viewport;
    private final ShownScene shown;
    private final TrafficLayer traffic;

    /// @param viewport which part of the scene is looked at now
    HitTest(Supplier<Viewport> viewport, ShownScene shown, TrafficLayer traffic) {
        this.viewport = viewport;
        this.shown = shown;
        this.traffic = traffic;
    }

    /// The uppermost figure at a point, or at most `tolerance` away.
    public Optional<Figure> figureAt(double x, double y, double tolerance) {
        Viewport now = viewport.get();
        return shown.index().topmost(now.toScene(x, y), tolerance / now.scale());
    }

    /// The request whose dot is at a point, or at most `tolerance` away.
    public Optional<Request> requestAt(double x, double y, double tolerance) {
        Viewport now = viewport.get();
        return traffic.at(now.toScene(x, y), tolerance / now.scale());
    }

    /// What a click at a point selects.
    Optional<FigureId> selectableAt(double x, double y) {
        return figureAt(x, y, REACH).map(Figure::id).filter(HitTest::canBeSelected);
    }

    /// The object, or its container, whose figure is at a point.
    Optional<End> endAt(Point at) {
        return figureAt(at.x(), at.y(), 0)
                .flatMap(figure -> object(figure.id()).map(object -> new End(object, containerAt(figure, at))));
    }

    /// Where the container is written whose chip is at a point of a figure.
    private Optional<FieldPath> containerAt(Figure figure, Point at) {
        return SceneIndex.regionAt(figure, viewport.get().toScene(at.x(), at.y()))
                .map(Region::path)
                .filter(path -> CONTAINER.matcher(path).matches())
                .map(FieldPath::parse);
    }

    /// The figures that a rectangle of the view touches, the lowest first.
    List<Figure> touching(Rect screen) {
        return shown.index().touching(viewport.get().toScene(screen));
    }

    /// The figures at a point, the lowest first.
    List<Figure> allAt(Point at) {
        return touching(new Rect(at.x(), at.y(), 1, 1));
    }

    static Optional<ResourceId> object(FigureId figure) {
        return switch (figure) {
            case FigureId.Of(ResourceId id) -> Optional.of(id);
            case FigureId.Part(ResourceId id, String _) -> Optional.of(id);
            case FigureId.Edge _, FigureId.Note _, FigureId.Group _, FigureId.Named _ -> Optional.empty();
        };
    }

    static boolean canBeSelected(FigureId figure) {
        return !(figure instanceof FigureId.Named);
    }
}
