package drydock.render.figure;

import drydock.model.diagram.Position;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.layout.FreeSpace;
import drydock.render.layout.Grid;
import drydock.render.layout.Item;
import drydock.render.layout.Layout;
import drydock.render.layout.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds a place for every figure of a picture, and remembers it, so that nothing jumps from one picture to
/// the next. What was placed by hand stands where it was placed.
final class Placement {

    private final Map<ResourceId, Point> found = new HashMap<>();
    private final Map<ResourceId, PodGrid> grids = new HashMap<>();
    private final Map<ResourceId, Point> gridOffsets = new HashMap<>();
    private final NodeColumn nodes = new NodeColumn();

    /// The places in `picture`; `sizes` has the size of the figure of each card and each Pod.
    Places of(Contents contents, List<Relation> relations, Map<ResourceId, Rect> sizes, Picture picture) {
        Places places = new Places();
        cards(contents, relations, sizes, picture.diagram().positions(), places.rects());
        if (picture.view() == View.NODES) {
            nodes.place(contents, sizes, picture.diagram().positions(), places);
        } else {
            beside(contents, sizes, picture.diagram().positions(), places);
        }
        return places;
    }

    private void cards(
            Contents contents,
            List<Relation> relations,
            Map<ResourceId, Rect> sizes,
            Map<ResourceId, Position> positions,
            Map<ResourceId, Rect> rects) {
        found.keySet().retainAll(contents.cards().keySet());
        Map<ResourceId, Rect> fixed = new LinkedHashMap<>();
        List<Item<ResourceId>> items = new ArrayList<>();
        for (ResourceId id : contents.cards().keySet()) {
            Rect size = size(sizes, id);
            items.add(new Item<>(id, size.width(), size.height()));
            Position given = positions.get(id);
            Point at = given == null ? found.get(id) : new Point(given.x(), given.y());
            if (at != null) {
                fixed.put(id, size.moved(at.x(), at.y()));
            }
        }
        List<Link<ResourceId>> links = new ArrayList<>();
        if (fixed.size() < items.size()) {
            relations.forEach(r -> links.add(new Link<>(r.from(), r.to())));
        }
        found.putAll(Layout.complete(items, links, fixed));
        for (ResourceId id : contents.cards().keySet()) {
            Rect there = fixed.get(id);
            Point at = found.getOrDefault(id, new Point(0, 0));
            rects.put(id, there == null ? size(sizes, id).moved(at.x(), at.y()) : there);
        }
    }

    /// The Pods that grew, each group in a grid beside what made it.
    private void beside(
            Contents contents, Map<ResourceId, Rect> sizes, Map<ResourceId, Position> positions, Places places) {
        Map<ResourceId, Rect> rects = places.rects();
        Map<ResourceId, Set<ResourceId>> groups = new LinkedHashMap<>();
        contents.grown()
                .keySet()
                .forEach(pod -> groups.computeIfAbsent(contents.owners().get(pod), o -> new TreeSet<>())
                        .add(pod));
        grids.keySet().retainAll(groups.keySet());
        gridOffsets.keySet().retainAll(groups.keySet());
        FreeSpace space = new FreeSpace(PodGrid.AISLE);
        rects.values().forEach(space::take);
        groups.forEach((owner, pods) -> {
            PodGrid grid = grids.computeIfAbsent(owner, o -> new PodGrid());
            grid.settle(pods, sizes);
            int columns = columns(grid.size());
            Rect from = rects.getOrDefault(owner, new Rect(0, 0, 0, 0));
            Rect block = block(owner, from, space, grid.width(columns, grid.cellWidth()), grid.height(columns));
            space.take(block);
            for (ResourceId pod : pods) {
                Rect size = size(sizes, pod);
                Position given = positions.get(pod);
                rects.put(
                        pod,
                        given == null
                                ? grid.place(pod, size, block.x(), block.y(), columns, grid.cellWidth())
                                : size.moved(given.x(), given.y()));
                if (given == null) {
                    places.blocks().put(pod, block);
                }
            }
        });
    }

    /// To the right of `from`, and where it was before if there is still room.
    private Rect block(ResourceId owner, Rect from, FreeSpace space, double width, double height) {
        Point offset = gridOffsets.get(owner);
        if (offset != null) {
            Rect before = new Rect(from.x() + offset.x(), from.y() + offset.y(), width, height);
            if (space.isFree(before)) {
                return before;
            }
        }
        Rect wanted = new Rect(from.right() + 2 * Grid.GAP, from.y(), width, height);
        Rect block = space.nearest(wanted);
        gridOffsets.put(owner, new Point(block.x() - from.x(), block.y() - from.y()));
        return block;
    }

    private static int columns(int size) {
        return Math.max(1, (int) Math.ceil(Math.sqrt(size)));
    }

    private static Rect size(Map<ResourceId, Rect> sizes, ResourceId id) {
        return sizes.getOrDefault(id, new Rect(0, 0, 0, 0));
    }
}
