package drydock.sim.scheduler;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Why no node can take a Pod (`pkg/scheduler/framework/types.go FitError`).
///
/// @param nodes how many nodes there are
/// @param nowhere why none of them comes into question, if so
/// @param byNode why those that were looked at cannot
/// @param notAsked why those that were not looked at cannot
record Diagnosis(int nodes, Optional<Rejection> nowhere, Map<String, Rejection> byNode, Optional<Rejection> notAsked) {

    /// Whether `node` could take the Pod if others were gone from it.
    boolean isResolvable(String node) {
        Rejection rejection = byNode.get(node);
        return nowhere.isEmpty() && rejection != null && rejection.resolvable();
    }

    /// In the words of the event FailedScheduling.
    ///
    /// @param preemption what preemption has to say, empty if it helps
    String message(String preemption) {
        if (nodes == 0) {
            return "no nodes available to schedule pods";
        }
        String why = nowhere.map(r -> String.join(", ", r.reasons())).orElseGet(() -> counted(reasons()));
        return available(nodes) + why + "." + (preemption.isEmpty() ? "" : " " + preemption);
    }

    /// How many nodes were left out for each reason.
    Map<String, Integer> reasons() {
        TreeMap<String, Integer> reasons = new TreeMap<>();
        nowhere.ifPresent(n -> n.reasons().forEach(reason -> reasons.merge(reason, nodes, Integer::sum)));
        byNode.values().forEach(r -> r.reasons().forEach(reason -> reasons.merge(reason, 1, Integer::sum)));
        int absent = nodes - byNode.size();
        notAsked.filter(_ -> absent > 0)
                .ifPresent(r -> r.reasons().forEach(reason -> reasons.merge(reason, absent, Integer::sum)));
        return reasons;
    }

    static String available(int nodes) {
        return "0/" + nodes + " nodes are available: ";
    }

    /// The reasons with their counts, sorted as text is.
    static String counted(Map<String, Integer> reasons) {
        return reasons.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
