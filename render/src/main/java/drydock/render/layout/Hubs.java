package drydock.render.layout;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What so many things are linked to that standing beside all of them would make one endless column.
final class Hubs {

    /// More neighbours than this make a hub.
    private static final int MOST_NEIGHBOURS = 12;

    private Hubs() {}

    /// The links without those of hubs, but for the ones that lead to things which have no other.
    static List<Link<Integer>> cut(List<Link<Integer>> links) {
        Map<Integer, Set<Integer>> neighbours = neighbours(links);
        return links.stream()
                .filter(link -> !isHub(link.from(), neighbours) && !isHub(link.to(), neighbours))
                .toList();
    }

    /// The hubs, and beside each what has no other neighbour.
    static Map<Integer, Set<Integer>> stars(List<Link<Integer>> links) {
        Map<Integer, Set<Integer>> neighbours = neighbours(links);
        Map<Integer, Set<Integer>> stars = new LinkedHashMap<>();
        Set<Integer> hubs = new LinkedHashSet<>(neighbours.keySet());
        hubs.removeIf(key -> !isHub(key, neighbours));
        for (Integer hub : hubs) {
            Set<Integer> leaves = new LinkedHashSet<>(neighbours.getOrDefault(hub, Set.of()));
            leaves.removeIf(leaf -> neighbours.getOrDefault(leaf, Set.of()).size() != 1);
            if (!leaves.isEmpty()) {
                stars.put(hub, leaves);
            }
        }
        return stars;
    }

    private static boolean isHub(Integer key, Map<Integer, Set<Integer>> neighbours) {
        return neighbours.getOrDefault(key, Set.of()).size() > MOST_NEIGHBOURS;
    }

    private static Map<Integer, Set<Integer>> neighbours(List<Link<Integer>> links) {
        Map<Integer, Set<Integer>> neighbours = new LinkedHashMap<>();
        for (Link<Integer> link : links) {
            if (!link.from().equals(link.to())) {
                neighbours
                        .computeIfAbsent(link.from(), k -> new LinkedHashSet<>())
                        .add(link.to());
                neighbours
                        .computeIfAbsent(link.to(), k -> new LinkedHashSet<>())
                        .add(link.from());
            }
        }
        return neighbours;
    }
}
