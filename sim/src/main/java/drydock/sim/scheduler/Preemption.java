package drydock.sim.scheduler;

import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// What is looked for when no node can take a Pod: one that could if less important Pods were gone
/// (`plugins/defaultpreemption/default_preemption.go`).
final class Preemption {

    private static final int FEWEST_CANDIDATES = 100;
    private static final int PERCENT_OF_CANDIDATES = 10;
    private static final Comparator<PodInfo> MOST_IMPORTANT_FIRST =
            Comparator.comparingInt(PodInfo::priority).reversed().thenComparing(Victims::start);

    private final Nominations nominations;
    private final SplittableRandom random;

    Preemption(Nominations nominations, SplittableRandom random) {
        this.nominations = nominations;
        this.random = random;
    }

    /// What a search for victims came to: either they, or in the words of the event why there are none.
    record Result(Optional<Victims> victims, String message) {}

    Result find(Attempt attempt, Diagnosis diagnosis, NodeSearch search) {
        PodInfo pod = attempt.pod();
        if ("Never".equals(pod.pod().getSpec().getPreemptionPolicy())) {
            return none("not eligible due to preemptionPolicy=Never.");
        }
        if (isWaitingForVictims(attempt, diagnosis)) {
            return none("not eligible due to a terminating pod on the nominated node.");
        }
        List<NodeInfo> possible = attempt.nodes().stream()
                .filter(n -> diagnosis.isResolvable(n.name()))
                .toList();
        Map<String, Rejection> hopeless = new TreeMap<>();
        List<Victims> candidates = candidates(attempt, search, possible, hopeless);
        return candidates.stream()
                .min(Victims.LEAST_LOSS)
                .map(best -> new Result(Optional.of(best), ""))
                .orElseGet(() -> none(Diagnosis.available(attempt.nodes().size())
                        + Diagnosis.counted(new Diagnosis(
                                        attempt.nodes().size(),
                                        Optional.empty(),
                                        hopeless,
                                        Optional.of(Rejection.forGood(
                                                "DefaultPreemption", "Preemption is not helpful for scheduling")))
                                .reasons())
                        + "."));
    }

    private static Result none(String why) {
        return new Result(Optional.empty(), "no new claims to deallocate, preemption: " + why);
    }

    private boolean isWaitingForVictims(Attempt attempt, Diagnosis diagnosis) {
        Optional<String> node = nominations.nodeOf(attempt.pod().id());
        if (node.isEmpty()) {
            return false;
        }
        Rejection rejection = diagnosis.byNode().get(node.get());
        boolean hopeless = diagnosis.nowhere().isPresent() || (rejection != null && !rejection.resolvable());
        return !hopeless
                && attempt.nodes().stream()
                        .filter(n -> n.name().equals(node.get()))
                        .flatMap(n -> n.pods().stream())
                        .anyMatch(p -> p.priority() < attempt.pod().priority() && isPreempted(p));
    }

    private static boolean isPreempted(PodInfo pod) {
        return pod.pod().getMetadata().getDeletionTimestamp() != null
                && pod.pod().getStatus().getConditions().stream()
                        .anyMatch(c -> "DisruptionTarget".equals(c.getType())
                                && "True".equals(c.getStatus())
                                && "PreemptionByScheduler".equals(c.getReason()));
    }

    private List<Victims> candidates(
            Attempt attempt, NodeSearch search, List<NodeInfo> possible, Map<String, Rejection> hopeless) {
        List<Victims> found = new ArrayList<>();
        if (possible.isEmpty()) {
            return found;
        }
        int enough = Math.max(FEWEST_CANDIDATES, possible.size() * PERCENT_OF_CANDIDATES / 100);
        int offset = random.nextInt(possible.size());
        boolean kept = true;
        for (int i = 0; i < possible.size() && (found.size() < enough || kept); i++) {
            NodeInfo node = possible.get((offset + i) % possible.size());
            Optional<Victims> victims = onNode(attempt, search, node, hopeless);
            victims.ifPresent(found::add);
            kept &= victims.isEmpty() || victims.get().violations() > 0;
        }
        return found;
    }

    /// The fewest Pods of `node` that have to go; empty, with the reason in `hopeless`, if that would not help.
    private Optional<Victims> onNode(
            Attempt attempt, NodeSearch search, NodeInfo node, Map<String, Rejection> hopeless) {
        List<PodInfo> less = node.pods().stream()
                .filter(p -> p.priority() < attempt.pod().priority())
                .sorted(MOST_IMPORTANT_FIRST)
                .toList();
        if (less.isEmpty()) {
            hopeless.put(
                    node.name(),
                    Rejection.forGood("DefaultPreemption", "No preemption victims found for incoming pod"));
            return Optional.empty();
        }
        NodeInfo without = node.copy();
        less.forEach(p -> without.remove(p.id()));
        Optional<Rejection> still = rejection(attempt, search, without);
        if (still.isPresent()) {
            hopeless.put(node.name(), still.get());
            return Optional.empty();
        }
        List<PodInfo> kept = keptByBudgets(attempt, less);
        List<PodInfo> victims = new ArrayList<>();
        int violations = 0;
        for (PodInfo pod : kept) {
            violations += spared(attempt, search, without, pod, victims) ? 0 : 1;
        }
        for (PodInfo pod : less) {
            if (!kept.contains(pod)) {
                spared(attempt, search, without, pod, victims);
            }
        }
        victims.sort(MOST_IMPORTANT_FIRST);
        return Optional.of(new Victims(node.name(), victims, violations));
    }

    private boolean spared(Attempt attempt, NodeSearch search, NodeInfo node, PodInfo pod, List<PodInfo> victims) {
        node.add(pod);
        if (rejection(attempt, search, node).isEmpty()) {
            return true;
        }
        node.remove(pod.id());
        victims.add(pod);
        return false;
    }

    private static Optional<Rejection> rejection(Attempt attempt, NodeSearch search, NodeInfo node) {
        Attempt tried = attempt.with(node);
        Filtering filtering = Filtering.of(tried);
        return filtering.nowhere().isPresent() ? filtering.nowhere() : search.check(tried, filtering, node);
    }

    /// Those of `pods` that a disruption budget would keep, in their order.
    private static List<PodInfo> keptByBudgets(Attempt attempt, List<PodInfo> pods) {
        Map<PodDisruptionBudget, Integer> allowed = new HashMap<>();
        List<PodInfo> kept = new ArrayList<>();
        for (PodInfo pod : pods) {
            boolean violates = false;
            for (PodDisruptionBudget budget : attempt.objects().budgets(pod.namespace())) {
                LabelSelector selector = LabelSelector.of(budget.getSpec().getSelector());
                boolean known = budget.getStatus() != null
                        && budget.getStatus().getDisruptedPods() != null
                        && budget.getStatus()
                                .getDisruptedPods()
                                .containsKey(pod.id().name());
                if (!selector.isEverything() && selector.matches(pod.labels().labels()) && !known) {
                    int left = allowed.merge(budget, disruptions(budget) - 1, (before, _) -> before - 1);
                    violates |= left < 0;
                }
            }
            if (violates) {
                kept.add(pod);
            }
        }
        return kept;
    }

    private static int disruptions(PodDisruptionBudget budget) {
        return budget.getStatus() == null
                ? 0
                : Objects.requireNonNullElse(budget.getStatus().getDisruptionsAllowed(), 0);
    }
}
