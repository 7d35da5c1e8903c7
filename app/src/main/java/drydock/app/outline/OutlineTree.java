package drydock.app.outline;

import drydock.app.outline.OutlineItem.Sort;
import drydock.model.resource.EphemeralContainers;
import drydock.model.resource.ResourceId;
import drydock.model.topology.PodTemplates;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What stands below what: namespaces, in them kinds, in them objects; below an object its containers and what it owns.
final class OutlineTree {

    private final SortedMap<ResourceId, Optional<HasMetadata>> objects;
    private final Set<ResourceId> declared;
    private final List<String> wanted;
    private final Map<ResourceId, List<ResourceId>> owned = new HashMap<>();

    private OutlineTree(
            SortedMap<ResourceId, Optional<HasMetadata>> objects, Set<ResourceId> declared, List<String> wanted) {
        this.objects = objects;
        this.declared = declared;
        this.wanted = wanted;
    }

    /// The namespaces with all that is in them.
    ///
    /// @param objects every object by its id, empty where its text cannot be read
    /// @param declared those that the project declares
    /// @param filter words that a line, or one above it, must have; with a line come those above it
    static List<OutlineNode> of(
            SortedMap<ResourceId, Optional<HasMetadata>> objects, Set<ResourceId> declared, String filter) {
        List<String> words = Stream.of(filter.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return new OutlineTree(objects, declared, words).namespaces();
    }

    private List<OutlineNode> namespaces() {
        Map<String, Map<String, List<ResourceId>>> free = new TreeMap<>();
        objects.forEach((id, object) -> owner(id, object)
                .ifPresentOrElse(
                        owner -> owned.computeIfAbsent(owner, _ -> new ArrayList<>())
                                .add(id),
                        () -> free.computeIfAbsent(id.namespace(), _ -> new TreeMap<>())
                                .computeIfAbsent(id.kind(), _ -> new ArrayList<>())
                                .add(id)));
        List<OutlineNode> namespaces = new ArrayList<>();
        free.forEach((namespace, kinds) -> {
            List<OutlineNode> below = new ArrayList<>();
            kinds.forEach((kind, ids) -> {
                List<OutlineNode> leaves =
                        ids.stream().flatMap(id -> leaf(id).stream()).toList();
                if (!leaves.isEmpty()) {
                    below.add(new OutlineNode(new OutlineItem.Kind(namespace, kind), leaves));
                }
            });
            if (!below.isEmpty()) {
                namespaces.add(new OutlineNode(new OutlineItem.Namespace(namespace), below));
            }
        });
        return namespaces;
    }

    /// The owner that is there, too; an object that owns itself, or an owner of its own, stands free.
    private Optional<ResourceId> owner(ResourceId id, Optional<HasMetadata> object) {
        return object.stream()
                .flatMap(o -> o.getMetadata().getOwnerReferences().stream())
                .flatMap(reference -> ResourceId.of(reference, id.namespace()).stream())
                .filter(owner -> objects.containsKey(owner) && !leadsTo(owner, id))
                .findFirst();
    }

    private boolean leadsTo(ResourceId from, ResourceId to) {
        ResourceId at = from;
        for (int i = 0; i < 8 && at != null; i++) {
            if (at.equals(to)) {
                return true;
            }
            ResourceId below = at;
            at = objects.getOrDefault(at, Optional.empty()).stream()
                    .flatMap(o -> o.getMetadata().getOwnerReferences().stream())
                    .flatMap(reference -> ResourceId.of(reference, below.namespace()).stream())
                    .findFirst()
                    .orElse(null);
        }
        return false;
    }

    private Optional<OutlineNode> leaf(ResourceId id) {
        boolean fits = fits(id.kind() + " " + id.namespace() + " " + id.name());
        List<OutlineNode> below = new ArrayList<>();
        objects.get(id).flatMap(PodTemplates::podSpec).stream()
                .flatMap(spec -> containers(id, spec))
                .filter(container -> fits || fits(id.namespace() + " " + container.name()))
                .forEach(container -> below.add(new OutlineNode(container, List.of())));
        owned.getOrDefault(id, List.of()).forEach(child -> leaf(child).ifPresent(below::add));
        return fits || !below.isEmpty()
                ? Optional.of(new OutlineNode(new OutlineItem.Leaf(id, declared.contains(id)), below))
                : Optional.empty();
    }

    private boolean fits(String text) {
        return wanted.isEmpty() || wanted.stream().allMatch(text.toLowerCase(Locale.ROOT)::contains);
    }

    private static Stream<OutlineItem.Container> containers(ResourceId id, PodSpec spec) {
        return Stream.of(
                        containers(id, spec.getInitContainers(), Sort.INIT),
                        containers(id, spec.getContainers(), Sort.MAIN),
                        containers(id, EphemeralContainers.of(spec), Sort.EPHEMERAL))
                .flatMap(each -> each);
    }

    private static Stream<OutlineItem.Container> containers(ResourceId id, List<Container> all, Sort sort) {
        return all.stream()
                .map(container ->
                        new OutlineItem.Container(id, container.getName() == null ? "" : container.getName(), sort));
    }
}
