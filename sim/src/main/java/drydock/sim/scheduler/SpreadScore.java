package drydock.sim.scheduler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The score PodTopologySpread: the fewer Pods alike there are in a node's domains the better
/// (`plugins/podtopologyspread/scoring.go`).
final class SpreadScore implements Score {

    @Override
    public String name() {
        return "PodTopologySpread";
    }

    @Override
    public int weight() {
        return 2;
    }

    @Override
    public Optional<long[]> of(Attempt attempt, List<NodeInfo> nodes) {
        PodInfo pod = attempt.pod();
        boolean own = !pod.pod().getSpec().getTopologySpreadConstraints().isEmpty();
        List<SpreadConstraint> constraints = own
                ? SpreadConstraint.of(pod.pod(), "ScheduleAnyway")
                : attempt.objects().alike(pod).map(SpreadConstraint::usual).orElse(List.of());
        if (constraints.isEmpty()) {
            return Optional.empty();
        }
        boolean[] ignored = new boolean[nodes.size()];
        int counted = 0;
        for (int i = 0; i < ignored.length; i++) {
            ignored[i] = own && !hasAll(nodes.get(i), constraints);
            counted += ignored[i] ? 0 : 1;
        }
        double[] sums = new double[nodes.size()];
        for (SpreadConstraint constraint : constraints) {
            add(attempt, nodes, ignored, counted, own ? constraints : List.of(), constraint, sums);
        }
        return Optional.of(normalized(sums, ignored));
    }

    private static boolean hasAll(NodeInfo node, List<SpreadConstraint> constraints) {
        return constraints.stream().allMatch(c -> node.label(c.topologyKey()) != null);
    }

    private static void add(
            Attempt attempt,
            List<NodeInfo> nodes,
            boolean[] ignored,
            int counted,
            List<SpreadConstraint> needed,
            SpreadConstraint constraint,
            double[] sums) {
        Map<NodeInfo, Integer> holders = attempt.view().holders(constraint.counted(attempt));
        boolean perNode = constraint.topologyKey().equals(SpreadConstraint.HOSTNAME);
        Map<String, Integer> byDomain = new HashMap<>();
        for (int i = 0; i < ignored.length && !perNode; i++) {
            String domain = nodes.get(i).label(constraint.topologyKey());
            if (!ignored[i] && domain != null) {
                byDomain.put(domain, 0);
            }
        }
        int[] byNode = perNode ? byNode(nodes, holders) : new int[0];
        double weight = Math.log((perNode ? counted : byDomain.size()) + 2);
        if (!perNode && byDomain.isEmpty()) {
            return;
        }
        if (!perNode) {
            holders.forEach((node, count) -> {
                String domain = node.label(constraint.topologyKey());
                if (domain != null
                        && byDomain.containsKey(domain)
                        && hasAll(node, needed)
                        && constraint.counts(attempt.pod().pod(), node)) {
                    byDomain.merge(domain, count, Integer::sum);
                }
            });
        }
        for (int i = 0; i < ignored.length; i++) {
            String domain = perNode ? nodes.get(i).hostname() : nodes.get(i).label(constraint.topologyKey());
            if (!ignored[i] && domain != null) {
                int count = perNode ? byNode[i] : byDomain.get(domain);
                sums[i] += count * weight + constraint.maxSkew() - 1;
            }
        }
    }

    /// How many Pods alike each of `nodes` has: of many nodes few have any.
    private static int[] byNode(List<NodeInfo> nodes, Map<NodeInfo, Integer> holders) {
        int[] counts = new int[nodes.size()];
        for (int i = 0; i < counts.length; i++) {
            nodes.get(i).place(i);
        }
        holders.forEach((node, count) -> {
            int place = node.place();
            if (place < counts.length && nodes.get(place).equals(node)) {
                counts[place] = count;
            }
        });
        return counts;
    }

    private static long[] normalized(double[] sums, boolean[] ignored) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        long[] scores = new long[sums.length];
        for (int i = 0; i < sums.length; i++) {
            scores[i] = Math.round(sums[i]);
            if (!ignored[i]) {
                least = Math.min(least, scores[i]);
                most = Math.max(most, scores[i]);
            }
        }
        for (int i = 0; i < sums.length; i++) {
            scores[i] = ignored[i] ? 0 : most == 0 ? BEST : BEST * (most + least - scores[i]) / most;
        }
        return scores;
    }
}
