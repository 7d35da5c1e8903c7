package drydock.render.figure;

import drydock.model.diagram.Position;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.layout.FreeSpace;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Hangs what belongs to a card below it, one under the other; where something stands in the way, as near as there is
/// room.
final class Docking {

    /// Between a card and what hangs below it.
    private static final double GAP = 4;

    private Docking() {}

    /// What hangs: all children but those that were placed by hand.
    static Set<ResourceId> hanging(Map<ResourceId, List<ResourceId>> children, Map<ResourceId, Position> positions) {
        Set<ResourceId> hanging = new HashSet<>();
        children.values().forEach(hanging::addAll);
        hanging.removeAll(positions.keySet());
        return hanging;
    }

    /// Places what hangs, where everything else stands already.
    static void place(
            Map<ResourceId, List<ResourceId>> children,
            Set<ResourceId> hanging,
            Map<ResourceId, Rect> sizes,
            Places places) {
        FreeSpace space = new FreeSpace(GAP);
        places.rects().values().forEach(space::take);
        children.forEach((owner, all) -> {
            Rect above = places.rects().getOrDefault(owner, new Rect(0, 0, 0, 0));
            double y = above.bottom() + GAP;
            for (ResourceId child : all) {
                if (hanging.contains(child)) {
                    Rect size = sizes.getOrDefault(child, new Rect(0, 0, 0, 0));
                    Rect wanted = size.moved(above.x(), y);
                    if (space.isFree(wanted)) {
                        places.dock(owner, child, wanted);
                        space.take(wanted);
                        y = wanted.bottom() + GAP;
                    } else {
                        Rect free = space.nearest(wanted);
                        places.rects().put(child, free);
                        space.take(free);
                    }
                }
            }
        });
    }
}
