package drydock.render.paint;

import drydock.render.geometry.Rect;
import drydock.render.scene.FigureId;
import java.util.Optional;
import java.util.Set;

/// What is laid over a scene without changing it.
///
/// @param selected what is selected
/// @param hovered what the pointer is on
/// @param lit what is pointed out: the Pods that a selector matches
/// @param marquee the rectangle that is being drawn to select, in scene units
public record Overlay(Set<FigureId> selected, Optional<FigureId> hovered, Set<FigureId> lit, Optional<Rect> marquee) {

    public static final Overlay NONE = new Overlay(Set.of(), Optional.empty(), Set.of(), Optional.empty());

    public Overlay {
        selected = Set.copyOf(selected);
        lit = Set.copyOf(lit);
    }
}
