package drydock.app.canvas;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.hit.SceneIndex;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import drydock.render.viewport.Viewport;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Which part of the scene is looked at, and where to it goes with the next frame: to all there is, or to objects that
/// are to come into view.
final class Camera {

    private static final double FIT_MARGIN = 48;
    private static final double FIT_MAX_SCALE = 1.25;

    private Viewport viewport = Viewport.IDENTITY;
    private List<ResourceId> toReveal = List.of();
    private boolean wantsToFit = true;

    Viewport viewport() {
        return viewport;
    }

    void look(Viewport next) {
        stay();
        viewport = next;
    }

    void stay() {
        wantsToFit = false;
    }

    void fit() {
        wantsToFit = true;
    }

    void reveal(Collection<ResourceId> objects) {
        toReveal = List.copyOf(objects);
    }

    /// Goes where it is to look.
    ///
    /// @param scene what there is
    /// @param width the view's width in pixels
    /// @param height the view's height in pixels
    void move(SceneIndex scene, double width, double height) {
        if (wantsToFit) {
            viewport = Viewport.fitting(scene.scene().bounds(), width, height, FIT_MARGIN, FIT_MAX_SCALE);
        }
        Optional<Rect> wanted = toReveal.stream()
                .flatMap(id -> scene.find(new FigureId.Of(id)).stream())
                .map(Figure::bounds)
                .reduce(Rect::union);
        toReveal = List.of();
        Rect seen = viewport.toScene(new Rect(0, 0, width, height));
        wanted.filter(rect -> !wantsToFit && !seen.contains(rect))
                .ifPresent(rect -> viewport =
                        Viewport.fitting(rect, width, height, FIT_MARGIN, Math.min(viewport.scale(), FIT_MAX_SCALE)));
    }
}
