package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Taint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The filter PodTopologySpread: no domain may have more Pods alike than the emptiest one and `maxSkew`
/// (`plugins/podtopologyspread/filtering.go`).
final class SpreadFilter implements Filter {

    private static final String NAME = "PodTopologySpread";
    private static final String UNEVEN = "node(s) didn't match pod topology spread constraints";
    private static final Optional<Rejection> TOO_MANY = Optional.of(Rejection.forNow(NAME, UNEVEN));
    private static final Optional<Rejection> UNLABELED =
            Optional.of(Rejection.forGood(NAME, UNEVEN + " (missing required label)"));

    private record Counted(SpreadConstraint constraint, Map<String, Integer> byDomain, int least, boolean self) {}

    @Override
    public String name() {
        return NAME;
    }

    /// A Pod that is counted has come, changed or left; a node's domain is another.
    @Override
    public boolean mayHelp(ClusterChange change, PodInfo pod, Namespaces namespaces) {
        List<SpreadConstraint> constraints = SpreadConstraint.of(pod.pod(), "DoNotSchedule");
        return switch (change) {
            case ClusterChange.OfPod(var before, var after) ->
                constraints.stream().anyMatch(c -> counts(c, pod, before) != counts(c, pod, after));
            case ClusterChange.OfNode(var before, var after) ->
                constraints.stream()
                        .anyMatch(c -> !Objects.equals(label(before, c), label(after, c))
                                || (c.honoursTaints() && !taints(before).equals(taints(after))));
            case ClusterChange.OfItself itself -> itself.hasOtherLabels();
            case ClusterChange.OfStorage _, ClusterChange.OfNamespace _ -> false;
        };
    }

    private static boolean counts(SpreadConstraint constraint, PodInfo pod, @Nullable PodInfo other) {
        return other != null
                && other.namespace().equals(pod.namespace())
                && constraint.selector().matches(other.labels().labels());
    }

    private static @Nullable String label(@Nullable Node node, SpreadConstraint constraint) {
        return node == null || node.getMetadata().getLabels() == null
                ? null
                : node.getMetadata().getLabels().get(constraint.topologyKey());
    }

    private static List<Taint> taints(@Nullable Node node) {
        return node == null || node.getSpec() == null
                ? List.of()
                : node.getSpec().getTaints();
    }

    @Override
    public Preparation prepare(Attempt attempt) {
        PodInfo pod = attempt.pod();
        List<SpreadConstraint> constraints = SpreadConstraint.of(pod.pod(), "DoNotSchedule");
        if (constraints.isEmpty()) {
            return Filter.skip();
        }
        List<Counted> counted =
                constraints.stream().map(c -> count(c, attempt, constraints)).toList();
        return Filter.perNode(node -> check(counted, node));
    }

    private static Counted count(SpreadConstraint constraint, Attempt attempt, List<SpreadConstraint> all) {
        PodInfo pod = attempt.pod();
        List<LabelSet> chosen = constraint.counted(attempt);
        Map<String, Integer> byDomain = new HashMap<>();
        for (NodeInfo node : attempt.nodes()) {
            if (all.stream().allMatch(c -> node.label(c.topologyKey()) != null) && constraint.counts(pod.pod(), node)) {
                byDomain.merge(
                        Objects.requireNonNull(node.label(constraint.topologyKey())), node.count(chosen), Integer::sum);
            }
        }
        int least = byDomain.size() < constraint.minDomains()
                ? 0
                : byDomain.values().stream().mapToInt(n -> n).min().orElse(Integer.MAX_VALUE);
        return new Counted(
                constraint,
                byDomain,
                least,
                constraint.selector().matches(pod.labels().labels()));
    }

    private static Optional<Rejection> check(List<Counted> all, NodeInfo node) {
        for (Counted counted : all) {
            String domain = node.label(counted.constraint().topologyKey());
            if (domain == null) {
                return UNLABELED;
            }
            long skew = (long) counted.byDomain().getOrDefault(domain, 0) + (counted.self() ? 1 : 0) - counted.least();
            if (skew > counted.constraint().maxSkew()) {
                return TOO_MANY;
            }
        }
        return Optional.empty();
    }
}
