package drydock.sim.scheduler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    @Override
    public Set<ClusterChange> mendedBy() {
        return Set.of(
                ClusterChange.NODE_ADDED,
                ClusterChange.NODE_LABELS,
                ClusterChange.NODE_TAINTS,
                ClusterChange.POD_PLACED,
                ClusterChange.POD_LABELS,
                ClusterChange.POD_GONE);
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
                        java.util.Objects.requireNonNull(node.label(constraint.topologyKey())),
                        node.count(chosen),
                        Integer::sum);
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
