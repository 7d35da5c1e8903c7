package drydock.model.topology;

import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Edge.Trait;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.graph.DirectedPseudograph;
import org.jspecify.annotations.Nullable;

/// Derives the edges: first everything is indexed, then each object in turn says what it refers to.
final class TopologyBuilder {

    /// What a cluster puts into every namespace by itself, so that its absence among the objects means
    /// nothing.
    private static final Set<String> EVERYWHERE = Set.of("ServiceAccount/default", "ConfigMap/kube-root-ca.crt");

    private final Map<ResourceId, HasMetadata> objects;
    private final Map<String, ResourceId> byUid = new HashMap<>();
    private final LabelIndex pods = new LabelIndex();
    private final LabelIndex templates = new LabelIndex();
    private final DirectedPseudograph<ResourceId, Edge> graph = new DirectedPseudograph<>(Edge.class);

    TopologyBuilder(Collection<? extends HasMetadata> all) {
        objects = LinkedHashMap.newLinkedHashMap(all.size());
        all.forEach(object -> {
            if (object.getMetadata() != null) {
                objects.putIfAbsent(ResourceId.of(object), object);
            }
        });
    }

    Topology build() {
        objects.forEach(this::index);
        objects.forEach((id, object) -> {
            owners(id, object);
            PodSelectors.of(object).ifPresent(selector -> selects(id, object, selector));
            ObjectReferences.of(id, object).forEach(this::add);
        });
        return new Topology(objects, graph, pods, templates);
    }

    private void index(ResourceId id, HasMetadata object) {
        graph.addVertex(id);
        String uid = object.getMetadata().getUid();
        if (uid != null && !uid.isEmpty()) {
            byUid.put(uid, id);
        }
        if (object instanceof Pod) {
            pods.add(id, object.getMetadata().getLabels());
        }
        PodTemplates.of(object).ifPresent(template -> templates.add(id, PodTemplates.labels(template)));
    }

    private void owners(ResourceId id, HasMetadata object) {
        List<OwnerReference> references = object.getMetadata().getOwnerReferences();
        for (OwnerReference reference : PodReferences.each(references)) {
            ResourceId owner = owner(id, reference);
            if (owner != null) {
                add(Edge.of(owner, Relation.OWNS, id));
            }
        }
    }

    /// The owner by its uid, else by its name; null if the name now belongs to another object.
    private @Nullable ResourceId owner(ResourceId owned, OwnerReference reference) {
        ResourceId known = reference.getUid() == null ? null : byUid.get(reference.getUid());
        if (known != null) {
            return known;
        }
        ResourceId named = ResourceId.of(reference, owned.namespace()).orElse(null);
        if (named == null) {
            return null;
        }
        HasMetadata there = objects.get(named);
        boolean another = there != null
                && there.getMetadata().getUid() != null
                && reference.getUid() != null
                && !reference.getUid().isEmpty();
        return another ? null : named;
    }

    private void selects(ResourceId id, HasMetadata object, LabelSelector selector) {
        for (ResourceId pod : pods.find(id.namespace(), selector)) {
            add(Edge.of(id, Relation.SELECTS, pod));
        }
        if (PodSelectors.reachesThroughTemplates(object)) {
            for (ResourceId workload : templates.find(id.namespace(), selector)) {
                add(Edge.of(id, Relation.SELECTS, workload, Trait.THROUGH_TEMPLATE));
            }
        }
    }

    private void add(Edge edge) {
        boolean missing = !objects.containsKey(edge.to());
        if (missing && EVERYWHERE.contains(edge.to().kind() + "/" + edge.to().name())) {
            return;
        }
        graph.addVertex(edge.from());
        graph.addVertex(edge.to());
        graph.addEdge(
                edge.from(), edge.to(), missing || !objects.containsKey(edge.from()) ? edge.with(Trait.MISSING) : edge);
    }
}
