package drydock.model.topology;

import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Edge.Trait;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;

/// How objects stand to each other, derived from what they say: a graph of ids.
///
/// **Immutable**; it is made from scratch in time that grows with the objects and edges, not with their
/// product. **Order**: everything comes in the order of the objects it was made of. **Missing**: an object
/// that is referred to and is not there is an id without an object, and its edges are [Trait#MISSING]. Of
/// objects with one id the first counts.
public final class Topology {

    private final Map<ResourceId, HasMetadata> objects;
    private final Graph<ResourceId, Edge> graph;
    private final LabelIndex pods;
    private final LabelIndex templates;

    Topology(
            Map<ResourceId, HasMetadata> objects,
            Graph<ResourceId, Edge> graph,
            LabelIndex pods,
            LabelIndex templates) {
        this.objects = objects;
        this.graph = new AsUnmodifiableGraph<>(graph);
        this.pods = pods;
        this.templates = templates;
    }

    /// The topology of desired or of observed objects, or of both; objects without metadata are left out.
    public static Topology of(Collection<? extends HasMetadata> objects) {
        return new TopologyBuilder(objects).build();
    }

    /// The graph as JGraphT has it, for its algorithms; it cannot be changed.
    public Graph<ResourceId, Edge> graph() {
        return graph;
    }

    /// Every id, also of what is missing.
    public Set<ResourceId> ids() {
        return graph.vertexSet();
    }

    /// The object called `id`; empty if it is missing.
    public Optional<HasMetadata> object(ResourceId id) {
        return Optional.ofNullable(objects.get(id));
    }

    /// The objects by their ids.
    public Map<ResourceId, HasMetadata> objects() {
        return Collections.unmodifiableMap(objects);
    }

    public Set<Edge> edges() {
        return graph.edgeSet();
    }

    /// The edges that begin at `id`; none if it is not known.
    public List<Edge> from(ResourceId id) {
        return graph.containsVertex(id) ? List.copyOf(graph.outgoingEdgesOf(id)) : List.of();
    }

    /// The edges of one relation that begin at `id`.
    public List<Edge> from(ResourceId id, Relation relation) {
        return from(id).stream().filter(e -> e.relation() == relation).toList();
    }

    /// The edges that end at `id`; none if it is not known.
    public List<Edge> to(ResourceId id) {
        return graph.containsVertex(id) ? List.copyOf(graph.incomingEdgesOf(id)) : List.of();
    }

    /// The edges of one relation that end at `id`.
    public List<Edge> to(ResourceId id, Relation relation) {
        return to(id).stream().filter(e -> e.relation() == relation).toList();
    }

    /// The Pods whose labels meet the selector of `id`.
    public List<ResourceId> podsSelectedBy(ResourceId id) {
        return selected(id, false);
    }

    /// The workloads whose Pods will meet the selector of the Service, disruption budget or policy `id`.
    public List<ResourceId> templatesSelectedBy(ResourceId id) {
        return selected(id, true);
    }

    private List<ResourceId> selected(ResourceId id, boolean throughTemplate) {
        return from(id, Relation.SELECTS).stream()
                .filter(e -> e.is(Trait.THROUGH_TEMPLATE) == throughTemplate)
                .map(Edge::to)
                .toList();
    }

    /// The Pods of `namespace` that `selector` chooses.
    public List<ResourceId> podsMatching(String namespace, LabelSelector selector) {
        return pods.find(namespace, selector);
    }

    /// The workloads of `namespace` whose templates' labels `selector` chooses.
    public List<ResourceId> templatesMatching(String namespace, LabelSelector selector) {
        return templates.find(namespace, selector);
    }
}
