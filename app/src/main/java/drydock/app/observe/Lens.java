package drydock.app.observe;

import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.topology.NetworkPath;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What of a cluster is looked at: a window shows through it only part of what is known.
///
/// @param path which way of looking
/// @param namespaces the namespaces that are wanted, empty for all; what lives in none is always wanted
/// @param hidden the kinds that are not wanted, as `ConfigMap`
/// @param labels a selector as `kubectl -l` takes it, empty for every object
/// @param troubledOnly whether only what is not well is wanted, with what it belongs to
public record Lens(Path path, Set<String> namespaces, Set<String> hidden, String labels, boolean troubledOnly) {

    /// Ways of looking that leave out kinds.
    public enum Path {
        /// What is run, with all that belongs to it.
        APPLICATION,
        /// The way that requests take: Ingresses, Services, and the Pods behind them.
        NETWORK
    }

    /// All there is.
    public static final Lens OPEN = new Lens(Path.APPLICATION, Set.of(), Set.of(), "", false);

    public Lens {
        namespaces = Set.copyOf(namespaces);
        hidden = Set.copyOf(hidden);
    }

    public Lens along(Path wanted) {
        return new Lens(wanted, namespaces, hidden, labels, troubledOnly);
    }

    public Lens in(Set<String> wanted) {
        return new Lens(path, wanted, hidden, labels, troubledOnly);
    }

    public Lens without(Set<String> kinds) {
        return new Lens(path, namespaces, kinds, labels, troubledOnly);
    }

    public Lens labelled(String selector) {
        return new Lens(path, namespaces, hidden, selector, troubledOnly);
    }

    public Lens onlyTroubled(boolean only) {
        return new Lens(path, namespaces, hidden, labels, only);
    }

    /// Whether all is seen.
    public boolean isOpen() {
        return equals(OPEN);
    }

    /// What of the observed objects is seen.
    public Collection<HasMetadata> through(Observed observed, Instant now) {
        LabelSelector selector = labels.isBlank() ? LabelSelector.EVERYTHING : LabelSelector.parse(labels);
        Map<ResourceId, HasMetadata> seen = new LinkedHashMap<>();
        Wellness wellness = new Wellness(observed, now);
        for (HasMetadata object : observed.objects()) {
            ResourceId id = ResourceId.of(object);
            if (isWanted(id) && selector.matches(object) && (!troubledOnly || wellness.isTroubled(object))) {
                seen.put(id, object);
            }
        }
        if (troubledOnly || !selector.isEverything()) {
            addWhatTheyBelongTo(seen, observed);
        }
        return seen.values();
    }

    private boolean isWanted(ResourceId id) {
        return !hidden.contains(id.kind())
                && (path == Path.APPLICATION || NetworkPath.has(id.kind()))
                && (namespaces.isEmpty() || id.namespace().isEmpty() || namespaces.contains(id.namespace()))
                && (namespaces.isEmpty()
                        || !id.kind().equals(Kinds.NAMESPACE.kind())
                        || namespaces.contains(id.name()));
    }

    /// Owners, and the nodes of Pods: without them nobody sees where something is.
    private void addWhatTheyBelongTo(Map<ResourceId, HasMetadata> seen, Observed observed) {
        Map<ResourceId, HasMetadata> added = new HashMap<>();
        seen.forEach((id, object) -> {
            ResourceId at = id;
            HasMetadata each = object;
            for (Optional<ResourceId> owner = owner(at, each); owner.isPresent(); owner = owner(at, each)) {
                at = owner.get();
                Optional<HasMetadata> found = observed.find(at);
                if (found.isEmpty() || !isWanted(at) || added.putIfAbsent(at, found.get()) != null) {
                    break;
                }
                each = found.get();
            }
            if (object instanceof Pod pod
                    && pod.getSpec() != null
                    && pod.getSpec().getNodeName() != null) {
                ResourceId node = ResourceId.of(Kinds.NODE, "", pod.getSpec().getNodeName());
                observed.find(node).ifPresent(found -> added.put(node, found));
            }
        });
        added.forEach(seen::putIfAbsent);
    }

    private static Optional<ResourceId> owner(ResourceId id, HasMetadata object) {
        return object.getMetadata().getOwnerReferences() == null
                ? Optional.empty()
                : object.getMetadata().getOwnerReferences().stream()
                        .filter(reference -> Boolean.TRUE.equals(reference.getController()))
                        .findFirst()
                        .flatMap((OwnerReference reference) -> ResourceId.of(reference, id.namespace()));
    }
}
