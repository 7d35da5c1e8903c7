package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.Node;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The filter InterPodAffinity: near the Pods it must be near, away from those it must not be near, and from those that
/// do not bear it (`plugins/interpodaffinity/filtering.go`).
final class PodAffinityFilter implements Filter {

    private static final String NAME = "InterPodAffinity";
    private static final Optional<Rejection> NOT_NEAR =
            Optional.of(Rejection.forGood(NAME, "node(s) didn't match pod affinity rules"));
    private static final Optional<Rejection> NOT_APART =
            Optional.of(Rejection.forNow(NAME, "node(s) didn't match pod anti-affinity rules"));
    private static final Optional<Rejection> NOT_BORNE =
            Optional.of(Rejection.forNow(NAME, "node(s) didn't satisfy existing pods anti-affinity rules"));

    private record Counts(TopologyCounts near, TopologyCounts apart, TopologyCounts borne, boolean isItsOwn) {}

    @Override
    public String name() {
        return NAME;
    }

    /// A Pod has come that it must be near, or one has gone that it must not be near or that does not bear it; a node
    /// is in another domain.
    @Override
    public boolean mayHelp(ClusterChange change, PodInfo pod, Namespaces namespaces) {
        return switch (change) {
            case ClusterChange.OfPod(var before, var after) ->
                (isNear(pod, after, namespaces) && !isNear(pod, before, namespaces))
                        || (isApart(pod, before, namespaces) && !isApart(pod, after, namespaces));
            case ClusterChange.OfNode node ->
                Stream.concat(pod.near().stream(), pod.apart().stream())
                        .anyMatch(term -> !Objects.equals(
                                label(node.before(), term.topologyKey()), label(node.after(), term.topologyKey())));
            case ClusterChange.OfItself itself -> itself.hasOtherLabels();
            case ClusterChange.OfNamespace _ -> true;
            case ClusterChange.OfStorage _ -> false;
        };
    }

    private static boolean isNear(PodInfo pod, @Nullable PodInfo other, Namespaces namespaces) {
        return other != null
                && !pod.near().isEmpty()
                && pod.near().stream().allMatch(t -> t.matches(other.labels(), namespaces));
    }

    /// Whether one of the two must not be near the other.
    private static boolean isApart(PodInfo pod, @Nullable PodInfo other, Namespaces namespaces) {
        return other != null
                && (pod.apart().stream().anyMatch(t -> t.matches(other.labels(), namespaces))
                        || other.apart().stream().anyMatch(t -> t.matches(pod.labels(), namespaces)));
    }

    private static @Nullable String label(@Nullable Node node, String key) {
        return node == null || node.getMetadata().getLabels() == null
                ? null
                : node.getMetadata().getLabels().get(key);
    }

    @Override
    public Preparation prepare(Attempt attempt) {
        PodInfo pod = attempt.pod();
        if (pod.near().isEmpty() && pod.apart().isEmpty() && !attempt.anyKeepsApart()) {
            return Filter.skip();
        }
        Counts counts = count(attempt);
        if (pod.near().isEmpty() && pod.apart().isEmpty() && counts.borne().isEmpty()) {
            return Filter.skip();
        }
        return Filter.perNode(node -> check(pod, counts, node));
    }

    private static Counts count(Attempt attempt) {
        PodInfo pod = attempt.pod();
        Namespaces namespaces = attempt.objects();
        Counts counts = new Counts(
                new TopologyCounts(),
                new TopologyCounts(),
                new TopologyCounts(),
                pod.near().stream().allMatch(t -> t.matches(pod.labels(), namespaces)));
        for (NodeInfo node : attempt.nodes()) {
            for (PodInfo other : attempt.anyKeepsApart() ? node.withAffinity() : List.<PodInfo>of()) {
                other.apart().stream()
                        .filter(t -> t.matches(pod.labels(), namespaces))
                        .forEach(t -> counts.borne().add(node, t.topologyKey(), 1));
            }
            if (!pod.near().isEmpty()) {
                int all = node.count(set -> pod.near().stream().allMatch(t -> t.matches(set, namespaces)));
                pod.near().forEach(t -> counts.near().add(node, t.topologyKey(), all));
            }
            for (AffinityTerm term : pod.apart()) {
                counts.apart().add(node, term.topologyKey(), node.count(set -> term.matches(set, namespaces)));
            }
        }
        return counts;
    }

    private static Optional<Rejection> check(PodInfo pod, Counts counts, NodeInfo node) {
        if (!isNear(pod, counts, node)) {
            return NOT_NEAR;
        }
        if (pod.apart().stream().anyMatch(t -> counts.apart().of(node, t.topologyKey()) > 0)) {
            return NOT_APART;
        }
        return counts.borne().total(node) > 0 ? NOT_BORNE : Optional.empty();
    }

    /// The first of Pods that ask to be near each other may go anywhere.
    private static boolean isNear(PodInfo pod, Counts counts, NodeInfo node) {
        if (pod.near().stream().anyMatch(t -> node.label(t.topologyKey()) == null)) {
            return false;
        }
        return pod.near().stream().allMatch(t -> counts.near().of(node, t.topologyKey()) > 0)
                || (counts.near().isEmpty() && counts.isItsOwn());
    }
}
