package drydock.render.figure;

import drydock.model.diagram.Position;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Rect;
import drydock.render.layout.Grid;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The nodes to the right of everything else, one below the other, and side by side where there are many;
/// the Pods in them; and the Pods that wait for a node, below everything else.
final class NodeColumn {

    /// By name, where `node-9` comes before `node-10`.
    private static final Comparator<ResourceId> NATURAL =
            Comparator.comparing((ResourceId id) -> padded(id.name())).thenComparing(Comparator.naturalOrder());

    private static final int MOST_IN_A_COLUMN = 6;
    private static final double BETWEEN_COLUMNS = 88;
    private static final double BETWEEN_FRAMES = 24;
    private static final double AREA_HEAD = 32;

    private static final Rect NOWHERE = new Rect(0, 0, 0, 0);

    private final Map<ResourceId, PodGrid> grids = new HashMap<>();
    private final PodGrid waiting = new PodGrid();
    private int columns = 2;

    void place(Contents contents, Map<ResourceId, Rect> sizes, Map<ResourceId, Position> positions, Places places) {
        Map<ResourceId, Set<ResourceId>> residents = new TreeMap<>(NATURAL);
        contents.nodes().keySet().forEach(n -> residents.put(n, new TreeSet<>()));
        Set<ResourceId> homeless = new TreeSet<>();
        contents.grown().forEach((id, pod) -> assign(id, pod, residents, homeless));
        contents.cards().forEach((id, object) -> {
            if (object instanceof Pod pod && contents.isObserved(id)) {
                assign(id, pod, residents, homeless);
            }
        });
        List<Rect> cards = contents.cards().entrySet().stream()
                .filter(e -> !(e.getValue() instanceof Pod && contents.isObserved(e.getKey())))
                .map(e -> places.rects().getOrDefault(e.getKey(), NOWHERE))
                .toList();
        Rect rest = cards.stream().reduce(Rect::union).orElse(NOWHERE);
        frames(residents, sizes, positions, cards, rest, places);
        waiting(homeless, sizes, rest, places);
    }

    private static void assign(
            ResourceId id, Pod pod, Map<ResourceId, Set<ResourceId>> residents, Set<ResourceId> homeless) {
        String name = pod.getSpec() == null ? null : pod.getSpec().getNodeName();
        Set<ResourceId> there = name == null ? null : residents.get(ResourceId.of(Kinds.NODE, "", name));
        (there == null ? homeless : there).add(id);
    }

    private void frames(
            Map<ResourceId, Set<ResourceId>> residents,
            Map<ResourceId, Rect> sizes,
            Map<ResourceId, Position> positions,
            List<Rect> cards,
            Rect rest,
            Places places) {
        grids.keySet().retainAll(residents.keySet());
        double cell = PodShape.MIN_WIDTH;
        int most = 0;
        for (var entry : residents.entrySet()) {
            PodGrid grid = grids.computeIfAbsent(entry.getKey(), n -> new PodGrid());
            grid.settle(entry.getValue(), sizes);
            cell = Math.max(cell, grid.cellWidth());
            most = Math.max(most, grid.size());
        }
        columns = Math.max(columns, (int) Math.ceil(Math.sqrt(most * 1.6)));
        double width =
                Math.max(NodeFrame.MIN_WIDTH, columns * (cell + PodGrid.GAP) - PodGrid.GAP + 2 * NodeFrame.PADDING);
        double left = Grid.up(rest.right() + (rest.width() == 0 ? 0 : BETWEEN_COLUMNS));
        List<ResourceId> order = new ArrayList<>(residents.keySet());
        int perColumn = order.size() <= MOST_IN_A_COLUMN
                ? MOST_IN_A_COLUMN
                : (int) Math.max(MOST_IN_A_COLUMN, Math.ceil(Math.sqrt(order.size() * 2.0)));
        double y = rest.y();
        List<Rect> taken = new ArrayList<>(cards);
        for (int i = 0; i < order.size(); i++) {
            if (i > 0 && i % perColumn == 0) {
                left = Grid.up(left + width + BETWEEN_COLUMNS);
                y = rest.y();
            }
            ResourceId node = order.get(i);
            double height = NodeFrame.HEAD + PodGrid.AISLE + Math.max(112, gridHeight(node)) + NodeFrame.PADDING;
            Position given = positions.get(node);
            Rect wanted =
                    new Rect(given == null ? left : given.x(), given == null ? y : given.y(), width, Grid.up(height));
            Rect frame = FrameRoom.beside(wanted, taken, BETWEEN_FRAMES);
            taken.add(frame);
            y = Grid.up(frame.bottom() + BETWEEN_FRAMES);
            places.frames().put(node, frame);
            fill(node, residents.getOrDefault(node, Set.of()), frame, cell, sizes, places);
        }
    }

    private double gridHeight(ResourceId node) {
        PodGrid grid = grids.get(node);
        return grid == null ? 0 : grid.height(columns);
    }

    private void fill(
            ResourceId node,
            Set<ResourceId> pods,
            Rect frame,
            double cell,
            Map<ResourceId, Rect> sizes,
            Places places) {
        PodGrid grid = grids.computeIfAbsent(node, n -> new PodGrid());
        double x = frame.x() + NodeFrame.PADDING;
        double y = frame.y() + NodeFrame.HEAD + PodGrid.AISLE;
        Rect block = new Rect(x, y, frame.width() - 2 * NodeFrame.PADDING, frame.bottom() - y);
        for (ResourceId pod : pods) {
            Rect size = sizes.getOrDefault(pod, NOWHERE);
            places.rects().put(pod, grid.place(pod, size, x, y, columns, cell));
            places.carriers().put(pod, node);
            places.blocks().put(pod, block);
        }
    }

    private void waiting(Set<ResourceId> homeless, Map<ResourceId, Rect> sizes, Rect rest, Places places) {
        waiting.settle(homeless, sizes);
        if (homeless.isEmpty()) {
            return;
        }
        boolean alone = rest.width() == 0;
        double left = rest.x();
        double top = alone ? bounds(places.frames()).bottom() + BETWEEN_COLUMNS : rest.bottom() + BETWEEN_COLUMNS / 2;
        int across = Math.max(1, (int)
                Math.floor((Math.max(rest.width(), 672) + PodGrid.GAP) / (waiting.cellWidth() + PodGrid.GAP)));
        across = Math.max(Math.min(across, waiting.size()), (int) Math.ceil(Math.sqrt(waiting.size() / 2.0)));
        double width = waiting.width(across, waiting.cellWidth()) + 2 * NodeFrame.PADDING;
        double height = AREA_HEAD + waiting.height(across) + NodeFrame.PADDING;
        Rect area = new Rect(Grid.snap(left), Grid.up(top), width, Grid.up(height));
        places.waiting(area);
        for (ResourceId pod : homeless) {
            Rect size = sizes.getOrDefault(pod, NOWHERE);
            places.rects()
                    .put(
                            pod,
                            waiting.place(
                                    pod,
                                    size,
                                    area.x() + NodeFrame.PADDING,
                                    area.y() + AREA_HEAD,
                                    across,
                                    waiting.cellWidth()));
        }
    }

    private static Rect bounds(Map<ResourceId, Rect> rects) {
        return rects.values().stream().reduce(Rect::union).orElse(NOWHERE);
    }

    private static String padded(String name) {
        StringBuilder result = new StringBuilder();
        int digits = 0;
        for (int i = name.length() - 1; i >= -1; i--) {
            boolean digit = i >= 0 && name.charAt(i) >= '0' && name.charAt(i) <= '9';
            if (digit) {
                digits++;
            } else if (digits > 0) {
                result.append("0".repeat(Math.max(0, 12 - digits)));
                digits = 0;
            }
            if (i >= 0) {
                result.append(name.charAt(i));
            }
        }
        return result.reverse().toString();
    }
}
