package drydock.render.figure;

import drydock.model.diagram.Position;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import drydock.render.geometry.Rect;
import drydock.render.layout.FreeSpace;
import drydock.render.layout.Grid;
import drydock.render.layout.Layout;
import drydock.render.layout.LayoutWatch;
import drydock.render.layout.Plan;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds a place for every figure of a picture, and remembers it, so that nothing jumps from one picture to
/// the next. What was placed by hand stands where it was placed.
final class Placement {

    private final Map<ResourceId, Point> found = new HashMap<>();
    /// Where what is still to be laid out stands for the time being.
    private final Map<ResourceId, Point> rows = new HashMap<>();

    private Optional<Plan<ResourceId>> open = Optional.empty();
    private final Map<ResourceId, PodGrid> grids = new HashMap<>();
    private final Map<ResourceId, Point> gridOffsets = new HashMap<>();
    private final NodeColumn nodes = new NodeColumn();

    /// The places in `picture`; `sizes` has the size of the figure of each card and each Pod.
    ///
    /// @param atOnce how many cards may be laid out for this; if more have no place, they stand in rows, and
    ///     [#open] says what is to be laid out
    /// @param children what hangs below each card
    Places of(
            Contents contents,
            Map<ResourceId, List<ResourceId>> children,
            Folding folding,
            List<Relation> relations,
            Map<ResourceId, Rect> sizes,
            Picture picture,
            int atOnce) {
        Places places = new Places();
        Set<ResourceId> hanging = Docking.hanging(children, picture.diagram().positions());
        boolean withPods = !picture.grouping().isNone() && picture.view() == View.DESIGN;
        Map<ResourceId, Rect> rooms = withPods ? withPods(contents, hanging, sizes) : sizes;
        cards(contents, hanging, folding, relations, sizes, rooms, picture, atOnce, places.rects());
        Docking.place(children, hanging, sizes, places);
        if (picture.view() == View.NODES) {
            nodes.place(contents, sizes, picture.diagram().positions(), places);
        } else {
            beside(contents, sizes, picture.diagram().positions(), places);
        }
        return places;
    }

    /// What is still to be laid out of the last picture.
    Optional<Plan<ResourceId>> open() {
        return open;
    }

    /// Whether a card stands in a row only until it is laid out.
    boolean isInRows(ResourceId id) {
        return rows.containsKey(id) && !found.containsKey(id);
    }

    /// Keeps these places from now on, for what has none by hand.
    void settle(Map<ResourceId, Point> places) {
        found.putAll(places);
    }

    /// Keeps the rows as the places of what stands in them.
    void settleForRows() {
        found.putAll(rows);
    }

    private void cards(
            Contents contents,
            Set<ResourceId> hanging,
            Folding folding,
            List<Relation> relations,
            Map<ResourceId, Rect> sizes,
            Map<ResourceId, Rect> rooms,
            Picture picture,
            int atOnce,
            Map<ResourceId, Rect> rects) {
        found.keySet().retainAll(contents.cards().keySet());
        rows.keySet().retainAll(contents.cards().keySet());
        rows.keySet().removeAll(found.keySet());
        Map<ResourceId, Rect> fixed = new LinkedHashMap<>();
        Set<ResourceId> standing = new LinkedHashSet<>(contents.cards().keySet());
        standing.removeAll(hanging);
        for (ResourceId id : standing) {
            Position given = picture.diagram().positions().get(id);
            Point at = given == null ? found.get(id) : new Point(given.x(), given.y());
            if (at != null) {
                fixed.put(id, size(sizes, id).moved(at.x(), at.y()));
            }
        }
        if (fixed.size() < standing.size()) {
            lay(Plans.of(standing, folding, relations, rooms, fixed, picture, found.isEmpty()), atOnce);
        } else {
            open = Optional.empty();
        }
        for (ResourceId id : standing) {
            Rect there = fixed.get(id);
            Point at = found.getOrDefault(id, rows.getOrDefault(id, new Point(0, 0)));
            rects.put(id, there == null ? size(sizes, id).moved(at.x(), at.y()) : there);
        }
    }

    private void lay(Plan<ResourceId> plan, int atOnce) {
        if (plan.items().size() - plan.fixed().size() <= atOnce) {
            found.putAll(Layout.complete(plan, LayoutWatch.NONE));
            open = Optional.empty();
            return;
        }
        Map<ResourceId, Rect> standing = new LinkedHashMap<>(plan.fixed());
        plan.items().forEach(item -> {
            Point at = rows.get(item.key());
            if (at != null) {
                standing.putIfAbsent(item.key(), new Rect(at.x(), at.y(), item.width(), item.height()));
            }
        });
        rows.putAll(Layout.sketch(new Plan<>(plan.items(), plan.links(), standing, plan.taken(), false)));
        open = Optional.of(plan);
    }

    /// The Pods that grew, each group in a grid beside what made it.
    private void beside(
            Contents contents, Map<ResourceId, Rect> sizes, Map<ResourceId, Position> positions, Places places) {
        Map<ResourceId, Rect> rects = places.rects();
        Map<ResourceId, Set<ResourceId>> groups = pods(contents);
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

    /// The sizes of the cards with the room that the Pods beside them take, so that these come to stand in the frame.
    private Map<ResourceId, Rect> withPods(Contents contents, Set<ResourceId> hanging, Map<ResourceId, Rect> sizes) {
        Map<ResourceId, Rect> rooms = new HashMap<>(sizes);
        pods(contents).forEach((owner, pods) -> {
            PodGrid grid = grids.computeIfAbsent(owner, _ -> new PodGrid());
            grid.settle(pods, sizes);
            int columns = columns(grid.size());
            ResourceId card = owner;
            while (hanging.contains(card) && contents.owners().containsKey(card)) {
                card = contents.owners().get(card);
            }
            Rect own = rooms.getOrDefault(card, new Rect(0, 0, 0, 0));
            double width = size(sizes, card).width() + 2 * Grid.GAP + grid.width(columns, grid.cellWidth());
            double height =
                    grid.height(columns) + (own.width() > size(sizes, card).width() ? own.height() : 0);
            rooms.put(
                    card,
                    new Rect(
                            0,
                            0,
                            Math.max(own.width(), width),
                            Math.max(size(sizes, card).height(), height)));
        });
        return rooms;
    }

    /// The Pods that grew, by what they grew from.
    private static Map<ResourceId, Set<ResourceId>> pods(Contents contents) {
        Map<ResourceId, Set<ResourceId>> groups = new LinkedHashMap<>();
        contents.grown()
                .keySet()
                .forEach(pod -> groups.computeIfAbsent(contents.owners().get(pod), o -> new TreeSet<>())
                        .add(pod));
        return groups;
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
