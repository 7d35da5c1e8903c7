package drydock.app.canvas;

import drydock.app.workspace.Selection;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.scene.Figure;
import drydock.render.scene.FigureId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Selects figures as they are pressed, clicked, and drawn around with a rectangle.
final class Picking {

    private final HitTest hits;
    private final Selection selection;

    Picking(HitTest hits, Selection selection) {
        this.hits = hits;
        this.selection = selection;
    }

    /// A button goes down on a figure, or on the background: what is not selected is from then on, so that it can be
    /// dragged away at once.
    ///
    /// @param adding whether the selection is to be added to
    /// @return whether a click is to take the figure out of the selection, which it was in before
    boolean press(Point at, Optional<FigureId> hit, boolean adding) {
        boolean held = !adding && isOnSelected(at);
        boolean leaving = adding
                && hit.flatMap(HitTest::object).filter(selection::contains).isPresent();
        hit.ifPresent(figure -> HitTest.object(figure)
                .ifPresentOrElse(
                        object -> {
                            if (!held && !selection.contains(object)) {
                                select(object, adding);
                            }
                        },
                        () -> selection.select(figure)));
        return leaving;
    }

    /// Whether a selected figure is there, though another may cover it: a copy is dragged away from what it was made
    /// of.
    private boolean isOnSelected(Point at) {
        return hits.allAt(at).stream()
                .filter(figure -> figure.layer() != Figure.Layer.FRAME)
                .flatMap(figure -> HitTest.object(figure.id()).stream())
                .anyMatch(selection::contains);
    }

    private void select(ResourceId object, boolean adding) {
        if (adding) {
            selection.toggle(object);
        } else {
            selection.select(Set.of(object));
        }
    }

    /// The button goes up where it went down.
    ///
    /// @param hit what was pressed, or null for the background
    void click(@Nullable FigureId hit, boolean adding, boolean leaving) {
        if (adding) {
            Optional.ofNullable(hit)
                    .filter(_ -> leaving)
                    .flatMap(HitTest::object)
                    .ifPresent(selection::toggle);
        } else if (hit == null) {
            selection.clear();
        } else {
            HitTest.object(hit).ifPresent(object -> selection.select(Set.of(object)));
        }
    }

    /// Selects the objects whose figures touch the rectangle.
    void select(Gesture.Marquee marquee, boolean adding) {
        Set<ResourceId> selected = new LinkedHashSet<>();
        if (adding) {
            selected.addAll(selection.objects());
        }
        hits.touching(marquee.rect()).forEach(figure -> {
            if (figure.layer() != Figure.Layer.FRAME) {
                HitTest.object(figure.id()).ifPresent(selected::add);
            }
        });
        selection.select(selected);
    }
}
