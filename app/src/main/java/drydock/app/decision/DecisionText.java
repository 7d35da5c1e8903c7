package drydock.app.decision;

import drydock.app.session.Decision;
import drydock.app.session.Decision.Verdict;
import drydock.app.text.Messages;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a decision of the scheduler is in a few words.
public final class DecisionText {

    private final Messages messages = Messages.of(DecisionText.class);

    /// A line for what came of the last try, and one for each reason for which nodes were left out; empty if there was
    /// none.
    public String shortly(List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return "";
        }
        Decision last = decisions.getLast();
        String reasons = reasons(last).entrySet().stream()
                .map(entry -> messages.get("decision.leftOut.line", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining("\n"));
        return (outcome(last) + "\n" + reasons).strip();
    }

    /// What came of a try.
    String outcome(Decision decision) {
        return switch (decision.outcome()) {
            case Decision.Outcome.Placed(var node) -> placed(node, decision);
            case Decision.Outcome.Unschedulable() -> messages.get("decision.unschedulable", decision.nodes());
            case Decision.Outcome.Preempting(var node, var victims) ->
                messages.get("decision.preempting", node, victims.size(), names(victims));
        };
    }

    private String placed(String node, Decision decision) {
        List<Integer> totals = decision.verdicts().stream()
                .filter(Verdict.Scored.class::isInstance)
                .map(verdict -> ((Verdict.Scored) verdict).total())
                .toList();
        if (totals.size() == 1) {
            return messages.get("decision.only", node);
        }
        long best = totals.stream().filter(totals.getFirst()::equals).count();
        return best == 1
                ? messages.get("decision.placed", node, totals.size())
                : messages.get("decision.placedByChance", node, best);
    }

    private static String names(List<ResourceId> pods) {
        return pods.stream().map(ResourceId::name).collect(Collectors.joining(", "));
    }

    /// How many nodes were left out for each reason.
    private static Map<String, Integer> reasons(Decision decision) {
        Map<String, Integer> reasons = new TreeMap<>();
        for (Verdict verdict : decision.verdicts()) {
            if (verdict instanceof Verdict.LeftOut(var _, var filter, var why)) {
                why.forEach(reason -> reasons.merge(reason + " (" + filter + ")", 1, Integer::sum));
            }
        }
        return reasons;
    }
}
