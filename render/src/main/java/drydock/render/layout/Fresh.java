package drydock.render.layout;

import drydock.render.geometry.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// A layout on an empty plane: areas apart; in each what is linked in layers, and below what stands alone,
/// in rows.
final class Fresh<K> {

    private static final double AREA_GAP = 4 * Grid.GAP;
    private static final double ALONE_GAP = Grid.GAP - 2 * Grid.STEP;
    private static final double COMPONENT_GAP = Grid.GAP + 2 * Grid.STEP;

    /// Blocks are as wide as each other within this.
    private static final double WIDTHS = 400;

    /// What hangs together and is more than this is laid out without its links: layers of more take too long,
    /// and nobody could read them.
    private static final int MOST_LINKED = 4_000;

    private final List<Link<K>> links;
    private final Progress progress;

    private Fresh(List<Link<K>> links, Progress progress) {
        this.links = links;
        this.progress = progress;
    }

    /// All of `items` from (0, 0).
    ///
    /// @throws java.util.concurrent.CancellationException if it is not wanted any more
    static <K> Block<K> of(List<Item<K>> items, List<Link<K>> links, Progress progress) {
        return new Fresh<>(links, progress).areas(items);
    }

    private Block<K> areas(List<Item<K>> items) {
        List<Block<K>> blocks = new ArrayList<>();
        Areas.sorted(items, Areas.of(items, links)).values().forEach(frames -> blocks.add(area(frames)));
        return shelves(blocks, AREA_GAP);
    }

    private Block<K> area(Map<String, List<Item<K>>> frames) {
        List<Block<K>> blocks = new ArrayList<>();
        frames.forEach((frame, members) -> {
            List<Block<K>> single = members.stream().map(Block::of).toList();
            if (frame.isEmpty()) {
                blocks.addAll(single);
            } else {
                blocks.add(linked(single).framed());
            }
        });
        return linked(blocks);
    }

    /// Blocks in the layers of their links, and what stands alone below.
    private Block<K> linked(List<Block<K>> blocks) {
        List<Link<Integer>> between = between(blocks);
        List<Block<K>> groups = new ArrayList<>();
        List<Block<K>> alone = new ArrayList<>();
        List<Item<Integer>> numbers = IntStream.range(0, blocks.size())
                .mapToObj(i -> blocks.get(i).item(i))
                .toList();
        Set<Integer> inStars = stars(blocks, between, groups);
        List<Link<Integer>> kept = Hubs.cut(between);
        List<Item<Integer>> rest =
                numbers.stream().filter(item -> !inStars.contains(item.key())).toList();
        for (List<Item<Integer>> group : Components.of(rest, kept)) {
            if (group.size() == 1) {
                alone.add(blocks.get(group.getFirst().key()));
            } else {
                groups.add(layers(group, kept, blocks));
            }
            progress.count(group.stream()
                    .mapToInt(item -> blocks.get(item.key()).places().size())
                    .sum());
        }
        return shelves(groups, COMPONENT_GAP).above(rows(alone), Grid.GAP);
    }

    /// Each hub with a grid of what hangs on it alone.
    ///
    /// @return the numbers of all that stands in `groups` then
    private Set<Integer> stars(List<Block<K>> blocks, List<Link<Integer>> between, List<Block<K>> groups) {
        Set<Integer> placed = new HashSet<>();
        Hubs.stars(between).forEach((hub, leaves) -> {
            if (!placed.contains(hub)) {
                Block<K> grid = rows(leaves.stream().map(blocks::get).toList());
                Block<K> middle = blocks.get(hub);
                boolean left = between.stream().anyMatch(link -> link.to().equals(hub) && leaves.contains(link.from()));
                Block<K> first = left ? grid : middle;
                Block<K> second = left ? middle : grid;
                groups.add(Block.joined(
                        List.of(first, second), Map.of(1, new Point(Grid.up(first.width() + Grid.LAYER_GAP), 0))));
                placed.add(hub);
                placed.addAll(leaves);
            }
        });
        return placed;
    }

    private Block<K> layers(List<Item<Integer>> group, List<Link<Integer>> between, List<Block<K>> blocks) {
        Map<Integer, Point> corners = group.size() > MOST_LINKED
                ? Shelves.pack(group, Grid.GAP, Shelves.ASPECT)
                : Layered.place(group, between, progress.watch());
        List<Block<K>> members = new ArrayList<>();
        Map<Integer, Point> places = new HashMap<>();
        for (Item<Integer> item : group) {
            places.put(members.size(), corners.getOrDefault(item.key(), new Point(0, 0)));
            members.add(blocks.get(item.key()));
        }
        return Block.joined(members, places);
    }

    private List<Link<Integer>> between(List<Block<K>> blocks) {
        Map<K, Integer> numbers = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            for (K key : blocks.get(i).places().keySet()) {
                numbers.put(key, i);
            }
        }
        List<Link<Integer>> between = new ArrayList<>();
        for (Link<K> link : links) {
            Integer from = numbers.get(link.from());
            Integer to = numbers.get(link.to());
            if (from != null && to != null && !from.equals(to)) {
                between.add(new Link<>(from, to));
            }
        }
        return between;
    }

    /// Rows of blocks; those about as wide follow each other, the higher ones first, so that they stand in
    /// columns.
    private static <K> Block<K> shelves(List<Block<K>> blocks, double gap) {
        List<Block<K>> byHeight = blocks.stream()
                .sorted(Comparator.comparingDouble((Block<K> block) -> -Math.round(block.width() / WIDTHS))
                        .thenComparingDouble(block -> -block.height()))
                .toList();
        List<Item<Integer>> items = IntStream.range(0, byHeight.size())
                .mapToObj(i -> byHeight.get(i).item(i))
                .toList();
        return Block.joined(byHeight, Shelves.pack(items, gap, Shelves.ASPECT));
    }

    /// Rows and columns, the higher ones first, so that each row is about as high as what stands in it.
    private static <K> Block<K> rows(List<Block<K>> alone) {
        List<Block<K>> byHeight = alone.stream()
                .sorted(Comparator.comparingDouble((Block<K> block) -> -block.height()))
                .toList();
        double cell = alone.stream().mapToDouble(Block::width).max().orElse(0) + ALONE_GAP;
        double area = alone.stream()
                .mapToDouble(block -> cell * (block.height() + ALONE_GAP))
                .sum();
        double columns = Math.max(1, Math.ceil(Math.sqrt(area * Shelves.ASPECT) / cell));
        List<Item<Integer>> cells = IntStream.range(0, byHeight.size())
                .mapToObj(i -> new Item<>(i, cell - ALONE_GAP, byHeight.get(i).height()))
                .toList();
        return Block.joined(byHeight, Shelves.within(cells, ALONE_GAP, columns * cell));
    }
}
