package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.PreferredSchedulingTerm;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/// The scores that ask what a node is and has left: TaintToleration, NodeAffinity, NodeResourcesFit (LeastAllocated)
/// and NodeResourcesBalancedAllocation (`pkg/scheduler/framework/plugins`).
final class NodeScores {

    private NodeScores() {}

    private record Rule(String name, int weight, BiFunction<Attempt, List<NodeInfo>, Optional<long[]>> scoring)
            implements Score {

        @Override
        public Optional<long[]> of(Attempt attempt, List<NodeInfo> nodes) {
            return scoring.apply(attempt, nodes);
        }
    }

    static Score taints() {
        return new Rule("TaintToleration", 3, (attempt, nodes) -> {
            List<Toleration> tolerations = attempt.pod().pod().getSpec().getTolerations();
            return Optional.of(Score.normalized(
                    each(nodes, n -> n.isTainted() ? Taints.shunning(n.taints(), tolerations) : 0), true));
        });
    }

    static Score affinity() {
        return new Rule("NodeAffinity", 2, (attempt, nodes) -> {
            List<PreferredSchedulingTerm> terms =
                    NodeAffinity.preferredTerms(attempt.pod().pod().getSpec());
            return terms.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Score.normalized(
                            nodes.stream().mapToLong(n -> met(terms, n)).toArray(), false));
        });
    }

    private static long met(List<PreferredSchedulingTerm> terms, NodeInfo node) {
        return terms.stream()
                .filter(t -> NodeAffinity.matches(t.getPreference(), node.node()))
                .mapToLong(PreferredSchedulingTerm::getWeight)
                .sum();
    }

    /// The more would be left the better (`noderesources/least_allocated.go`).
    static Score leastAllocated() {
        return new Rule("NodeResourcesFit", 1, (attempt, nodes) -> {
            PodRequest request = attempt.pod().request();
            return Optional.of(each(nodes, n -> leastAllocated(request, n)));
        });
    }

    private static long leastAllocated(PodRequest request, NodeInfo node) {
        long cpu = node.cpu();
        long memory = node.memory();
        long resources = (cpu == 0 ? 0L : 1L) + (memory == 0 ? 0L : 1L);
        return resources == 0
                ? 0
                : (left(node.scoredCpu() + request.scoredCpu(), cpu)
                                + left(node.scoredMemory() + request.scoredMemory(), memory))
                        / resources;
    }

    private static long left(long requested, long allocatable) {
        return allocatable == 0 || requested > allocatable ? 0 : (allocatable - requested) * Score.BEST / allocatable;
    }

    /// The more evenly the better (`noderesources/balanced_allocation.go`): of two shares the standard deviation is
    /// half their difference. Pods that ask for nothing are not scored.
    static Score balanced() {
        return new Rule("NodeResourcesBalancedAllocation", 1, (attempt, nodes) -> {
            PodRequest request = attempt.pod().request();
            boolean asks =
                    request.amounts().containsKey("cpu") || request.amounts().containsKey("memory");
            return asks ? Optional.of(each(nodes, n -> balanced(request, n))) : Optional.empty();
        });
    }

    private static long balanced(PodRequest request, NodeInfo node) {
        if (node.cpu() == 0 || node.memory() == 0) {
            return Score.BEST;
        }
        double difference = share(node.requestedCpu() + request.cpu(), node.cpu())
                - share(node.requestedMemory() + request.memory(), node.memory());
        return (long) ((1 - Math.abs(difference) / 2) * Score.BEST);
    }

    private static double share(long requested, long allocatable) {
        return Math.min(1, (double) requested / allocatable);
    }

    private static long[] each(List<NodeInfo> nodes, ToLongFunction<NodeInfo> number) {
        long[] numbers = new long[nodes.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number.applyAsLong(nodes.get(i));
        }
        return numbers;
    }

    /// How much of the Pod's images the node has, less where few nodes have them
    /// (`plugins/imagelocality/image_locality.go`).
    static Score images() {
        return new ImageScore("ImageLocality", 1);
    }

    private record ImageScore(String name, int weight) implements Score {

        private static final long LEAST = 23L << 20;
        private static final long MOST_A_CONTAINER = 1000L << 20;

        @Override
        public Optional<long[]> of(Attempt attempt, List<NodeInfo> nodes) {
            List<String> images = java.util.stream.Stream.concat(
                            attempt.pod().pod().getSpec().getInitContainers().stream(),
                            attempt.pod().pod().getSpec().getContainers().stream())
                    .map(c -> wholeName(c.getImage()))
                    .toList();
            long[] sums = new long[nodes.size()];
            for (String image : images) {
                long holders = attempt.view().imageHolders(image);
                for (int i = 0; holders > 0 && i < sums.length; i++) {
                    sums[i] += nodes.get(i).imageBytes(image)
                            * holders
                            / attempt.nodes().size();
                }
            }
            long most = MOST_A_CONTAINER * images.size();
            for (int i = 0; i < sums.length; i++) {
                long size = Math.max(LEAST, Math.min(most, sums[i]));
                sums[i] = BEST * (size - LEAST) / (most - LEAST);
            }
            return Optional.of(sums);
        }

        private static String wholeName(String image) {
            return image.lastIndexOf(':') <= image.lastIndexOf('/') ? image + ":latest" : image;
        }
    }
}
