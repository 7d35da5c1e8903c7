package drydock.sim.scheduler;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Why no node can take a Pod, node by node (`pkg/scheduler/framework/types.go FitError`).
record Diagnosis(Map<String, Rejection> byNode) {

    /// In the words of the event FailedScheduling, with what preemption has to say.
    String message() {
        if (byNode.isEmpty()) {
            return "no nodes available to schedule pods";
        }
        TreeMap<String, Integer> reasons = new TreeMap<>();
        TreeMap<String, Integer> preemption = new TreeMap<>();
        for (Rejection rejection : byNode.values()) {
            rejection.reasons().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
            preemption.merge(
                    rejection.resolvable()
                            ? "No preemption victims found for incoming pod"
                            : "Preemption is not helpful for scheduling",
                    1,
                    Integer::sum);
        }
        return available() + counted(reasons) + ". no new claims to deallocate, preemption: " + available()
                + counted(preemption) + ".";
    }

    private String available() {
        return "0/" + byNode.size() + " nodes are available: ";
    }

    private static String counted(Map<String, Integer> reasons) {
        return reasons.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
