package drydock.sim.scheduler;

import drydock.model.resource.ResourceId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the scheduler made of a Pod when it last tried: which nodes were left out and by which filter, and how the rest
/// scored.
///
/// **How much is kept.** The best nodes first, at most [#MOST_SCORED], and at most [#MOST_LEFT_OUT] of those
/// left out; of clusters with more than that many nodes less. [#feasible] and [#reasons] count all.
///
/// @param attempt how often the Pod had been tried by then, this time included
/// @param nodes how many nodes there were
/// @param feasible how many of those that were looked at can take the Pod
/// @param leftOut why nodes cannot take it, by their names
/// @param reasons how many nodes were left out for each reason
/// @param plugins the score plugins that had something to say
/// @param scores the nodes that can take it, the best first; none if there was only one, which then is not scored
/// @param message the words of the event, as `0/3 nodes are available: …`; empty if a node was found
public record SchedulingDecision(
        ResourceId pod,
        Instant at,
        int attempt,
        Outcome outcome,
        int nodes,
        int feasible,
        Map<String, Rejection> leftOut,
        Map<String, Integer> reasons,
        List<String> plugins,
        List<NodeScore> scores,
        String message) {

    public static final int MOST_SCORED = 20;
    public static final int MOST_LEFT_OUT = 100;

    public SchedulingDecision {
        leftOut = leftOut.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
        reasons = reasons.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        plugins = List.copyOf(plugins);
        scores = List.copyOf(scores);
    }

    /// Whether a try says no more than this one: nodes were left out for the same reasons, and nothing came of it.
    boolean endsAs(SchedulingDecision later) {
        return outcome instanceof Outcome.Unschedulable
                && later.outcome instanceof Outcome.Unschedulable
                && message.equals(later.message);
    }

    /// What came of it.
    public sealed interface Outcome {

        /// The Pod goes to `node`.
        record Placed(String node) implements Outcome {}

        /// No node can take the Pod, and none could if others were gone.
        record Unschedulable() implements Outcome {}

        /// The Pod is to go to `node` once `victims`, which are less important, are gone from it.
        record Preempting(String node, List<ResourceId> victims) implements Outcome {

            public Preempting {
                victims = List.copyOf(victims);
            }
        }
    }

    /// How a node scored.
    ///
    /// @param weighted what each of the decision's plugins gave it, times the plugin's weight
    public record NodeScore(String node, List<Integer> weighted) {

        public NodeScore {
            weighted = List.copyOf(weighted);
        }

        public int total() {
            return weighted.stream().mapToInt(n -> n).sum();
        }
    }
}
