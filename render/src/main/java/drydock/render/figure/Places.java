package drydock.render.figure;

import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where everything of one picture stands. Filled by [Placement], read by [SceneBuilder].
final class Places {

    private final Map<ResourceId, Rect> rects = new LinkedHashMap<>();
    private final Map<ResourceId, ResourceId> carriers = new HashMap<>();
    private final Map<ResourceId, Rect> blocks = new HashMap<>();
    private final Map<ResourceId, Rect> frames = new LinkedHashMap<>();
    private final Map<ResourceId, Rect> docks = new HashMap<>();
    private final Set<ResourceId> docked = new HashSet<>();
    private final Map<ResourceId, Rect> doors = new LinkedHashMap<>();
    private final Map<ResourceId, Rect> outside = new HashMap<>();
    private Optional<Rect> waiting = Optional.empty();

    /// The cards, with their places.
    Map<ResourceId, Rect> rects() {
        return rects;
    }

    /// The node of each Pod that stands in a frame.
    Map<ResourceId, ResourceId> carriers() {
        return carriers;
    }

    /// The block of rows that a Pod stands in, without its margins.
    Map<ResourceId, Rect> blocks() {
        return blocks;
    }

    /// The nodes, with their places.
    Map<ResourceId, Rect> frames() {
        return frames;
    }

    /// What hangs directly below a card, all of it together, by the card.
    Map<ResourceId, Rect> docks() {
        return docks;
    }

    /// Whether a card hangs directly below another, so that no line need say whose it is.
    boolean isDocked(ResourceId id) {
        return docked.contains(id);
    }

    /// Where a card or the frame of a node stands, with what hangs below it.
    Optional<Rect> withDocked(ResourceId id) {
        return Optional.ofNullable(rects.get(id))
                .or(() -> Optional.ofNullable(frames.get(id)))
                .map(rect -> Optional.ofNullable(docks.get(id)).map(rect::union).orElse(rect));
    }

    void dock(ResourceId owner, ResourceId child, Rect place) {
        rects.put(child, place);
        docks.merge(owner, place, Rect::union);
        docked.add(child);
    }

    /// The doors in the walls of nodes, with their places.
    Map<ResourceId, Rect> doors() {
        return doors;
    }

    /// What of the figures outside of the cluster lines end at.
    Map<ResourceId, Rect> outside() {
        return outside;
    }

    /// Where a line to or from something ends; null where it has no place.
    @Nullable
    Rect end(ResourceId id) {
        Rect body = outside.get(id);
        Rect card = body == null ? rects.get(id) : body;
        return card == null ? doors.get(id) : card;
    }

    /// The area of the Pods that have no node; empty where there are none.
    Optional<Rect> waiting() {
        return waiting;
    }

    void waiting(Rect area) {
        waiting = Optional.of(area);
    }

    /// Whether everything stands where it stands in `other`.
    boolean areSame(Places other) {
        return rects.equals(other.rects)
                && blocks.equals(other.blocks)
                && frames.equals(other.frames)
                && docked.equals(other.docked)
                && doors.equals(other.doors)
                && outside.equals(other.outside)
                && docks.equals(other.docks)
                && carriers.equals(other.carriers)
                && waiting.equals(other.waiting);
    }

    /// The same with other corners for some of the cards; what is no card here stays unheeded.
    Places moved(Map<ResourceId, Point> corners) {
        Places places = new Places();
        places.rects.putAll(rects);
        corners.forEach((id, at) ->
                places.rects.computeIfPresent(id, (_, rect) -> new Rect(at.x(), at.y(), rect.width(), rect.height())));
        places.carriers.putAll(carriers);
        places.blocks.putAll(blocks);
        places.frames.putAll(frames);
        places.docks.putAll(docks);
        places.docked.addAll(docked);
        places.doors.putAll(doors);
        places.outside.putAll(outside);
        places.waiting = waiting;
        return places;
    }
}
