package drydock.render.figure;

import drydock.model.resource.ResourceId;
import drydock.render.traffic.Flow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The lines that only requests go along: to doors, and from and to what is outside. Where there is a line already,
/// requests go along that.
final class FlowRelations {

    private record Ends(ResourceId from, ResourceId to) {}

    private final Words words;
    private final Map<Ends, String> found = new HashMap<>();
    private final List<Ends> order = new ArrayList<>();

    private FlowRelations(Words words) {
        this.words = words;
    }

    /// @param related what has a line
    /// @param places with its doors
    static List<Relation> of(
            Picture picture,
            List<Relation> related,
            List<Outsider> outsiders,
            List<Doors.Door> open,
            Places places,
            Words words) {
        FlowRelations relations = new FlowRelations(words);
        Set<Ends> lines = new HashSet<>();
        related.forEach(relation -> lines.add(new Ends(relation.from(), relation.to())));
        outsiders.forEach(outsider -> relations.ways(outsider, open, places));
        picture.flows().flows().stream()
                .filter(flow -> !lines.contains(new Ends(flow.from(), flow.to())))
                .forEach(relations::flow);
        return relations.order.stream()
                .map(ends -> new Relation(
                        Relation.Kind.REQUESTS, ends.from(), ends.to(), relations.found.getOrDefault(ends, "")))
                .toList();
    }

    /// The ways that are there though nothing goes along them.
    private void ways(Outsider outsider, List<Doors.Door> open, Places places) {
        switch (outsider) {
            case Outsider.Balancer(var id, var service, var address) ->
                Doors.of(service, open, places).forEach(door -> put(id, door, ""));
            case Outsider.Host(var id, var services) -> services.forEach(service -> put(service, id, ""));
            case Outsider.Client _ -> {
                // it is known where it sends when it has sent something
            }
        }
    }

    private void flow(Flow flow) {
        String rate = words.get("flow.rate", number(flow.perSecond()));
        put(flow.from(), flow.to(), flow.fails() ? rate + " · ✕ " + number(flow.failed()) : rate);
    }

    private void put(ResourceId from, ResourceId to, String label) {
        Ends ends = new Ends(from, to);
        if (found.put(ends, label) == null) {
            order.add(ends);
        }
    }

    /// Two digits of it.
    static String number(double rate) {
        return rate >= 9.95 || Math.abs(rate - Math.rint(rate)) < 0.05
                ? String.valueOf(Math.round(rate))
                : String.format(Locale.ROOT, "%.1f", rate);
    }
}
