package drydock.app.session;

import drydock.model.resource.ResourceId;
import java.time.Duration;
import java.util.List;

/// What the scheduler made of a Pod at one try.
///
/// @param at when, since the start of the simulation
/// @param attempt how often the Pod had been tried by then, this time included
/// @param nodes how many nodes there were, of which `verdicts` may have fewer
/// @param verdicts what it found of nodes: the chosen one first, then those that scored, the best first, then those
///     that were left out
/// @param plugins what gave scores, in the order in which each [Verdict.Scored] has them
/// @param message the words of the event, as `0/3 nodes are available: …`; empty if a node was found
public record Decision(
        Duration at,
        int attempt,
        Outcome outcome,
        int nodes,
        List<Verdict> verdicts,
        List<String> plugins,
        String message) {

    public Decision {
        verdicts = List.copyOf(verdicts);
        plugins = List.copyOf(plugins);
    }

    /// What came of a try.
    public sealed interface Outcome {

        record Placed(String node) implements Outcome {}

        record Unschedulable() implements Outcome {}

        /// The Pod is to go to `node` once `victims`, which are less important, are gone from it.
        record Preempting(String node, List<ResourceId> victims) implements Outcome {

            public Preempting {
                victims = List.copyOf(victims);
            }
        }
    }

    /// What was found of one node.
    public sealed interface Verdict {

        String node();

        /// It cannot take the Pod.
        ///
        /// @param filter the plugin that left it out
        /// @param reasons in the scheduler's words, as `Insufficient cpu`
        record LeftOut(String node, String filter, List<String> reasons) implements Verdict {

            public LeftOut {
                reasons = List.copyOf(reasons);
            }
        }

        /// It can take the Pod.
        ///
        /// @param scores what each plugin gave it, times its weight; empty for the only one that can
        record Scored(String node, boolean chosen, List<Integer> scores) implements Verdict {

            public Scored {
                scores = List.copyOf(scores);
            }

            public int total() {
                return scores.stream().mapToInt(Integer::intValue).sum();
            }
        }
    }
}
