package drydock.render.figure;

import drydock.model.diagram.Diagram;
import drydock.model.diagram.Group;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A picture whose cards stand in groups that follow from the objects. Where figures were put by hand, and the groups
/// and notes that were drawn there, belong to the picture without these groups and are not looked at.
final class Grouped {

    private Grouped() {}

    /// `picture` as its grouping wants it.
    static Picture of(Picture picture, Contents contents) {
        return picture.grouping().isNone() ? picture : picture.drawn(diagram(picture, groups(picture, contents)));
    }

    private static Diagram diagram(Picture picture, List<Group> groups) {
        Diagram before = picture.diagram();
        return new Diagram(
                new TreeMap<>(),
                groups,
                List.of(),
                before.hiddenKinds(),
                before.locked(),
                before.collapsed(),
                before.checks(),
                before.view());
    }

    /// In the order of their titles; what belongs to none is in none.
    private static List<Group> groups(Picture picture, Contents contents) {
        Set<ResourceId> owning = new HashSet<>(contents.owners().values());
        Map<String, SortedSet<ResourceId>> members = new TreeMap<>();
        contents.cards().keySet().stream()
                .filter(id -> !contents.isOnNodes(id))
                .forEach(id -> title(id, picture.grouping(), contents, owning)
                        .ifPresent(title -> members.computeIfAbsent(title, _ -> new TreeSet<>())
                                .add(id)));
        if (picture.view() == View.DESIGN) {
            contents.grown()
                    .keySet()
                    .forEach(pod -> title(pod, picture.grouping(), contents, owning)
                            .ifPresent(title -> members.computeIfAbsent(title, _ -> new TreeSet<>())
                                    .add(pod)));
        }
        List<Group> groups = new ArrayList<>();
        members.forEach((title, inside) -> groups.add(new Group(title, title, inside)));
        return groups;
    }

    private static Optional<String> title(ResourceId id, Grouping grouping, Contents contents, Set<ResourceId> owning) {
        return switch (grouping) {
            case Grouping.None _ -> Optional.empty();
            case Grouping.ByNamespace _ -> Optional.of(Plans.area(id)).filter(name -> !name.isEmpty());
            case Grouping.ByOwner _ ->
                Optional.of(root(id, contents))
                        .filter(root -> !root.equals(id) || owning.contains(id))
                        .map(Grouped::name);
            case Grouping.ByLabel(var key) -> value(id, key, contents).map(value -> key + "=" + value);
        };
    }

    /// Told apart from one of the same name in another namespace.
    private static String name(ResourceId id) {
        return id.kind() + " " + (id.namespace().isEmpty() ? "" : id.namespace() + "/") + id.name();
    }

    private static ResourceId root(ResourceId id, Contents contents) {
        ResourceId at = id;
        Set<ResourceId> seen = new HashSet<>();
        while (contents.owners().containsKey(at) && seen.add(at)) {
            at = contents.owners().get(at);
        }
        return at;
    }

    /// The label of what owns it all counts most, so that nothing is taken from its owner.
    private static Optional<String> value(ResourceId id, String key, Contents contents) {
        ResourceId root = root(id, contents);
        return label(root, key, contents).or(() -> label(id, key, contents));
    }

    private static Optional<String> label(ResourceId id, String key, Contents contents) {
        HasMetadata object = contents.cards().get(id);
        HasMetadata found = object == null ? contents.grown().get(id) : object;
        return Optional.ofNullable(found)
                .map(there -> there.getMetadata().getLabels())
                .map(labels -> labels.get(key));
    }
}
