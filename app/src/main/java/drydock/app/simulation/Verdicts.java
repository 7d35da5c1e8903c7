package drydock.app.simulation;

import drydock.app.session.Decision;
import drydock.app.session.Decision.Verdict;
import drydock.sim.scheduler.SchedulingDecision;
import drydock.sim.scheduler.SchedulingDecision.NodeScore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The scheduler's decisions, as the window shows them.
final class Verdicts {

    private Verdicts() {}

    /// Those of `decisions` that were made between two instants.
    ///
    /// @param start when the simulation began
    static List<Decision> of(List<SchedulingDecision> decisions, Instant start, Instant from, Instant to) {
        return decisions.stream()
                .filter(decision ->
                        !decision.at().isBefore(from) && !decision.at().isAfter(to))
                .map(decision -> of(decision, start))
                .toList();
    }

    private static Decision of(SchedulingDecision decision, Instant start) {
        return new Decision(
                Duration.between(start, decision.at()),
                decision.attempt(),
                outcome(decision.outcome()),
                decision.nodes(),
                verdicts(decision),
                decision.plugins(),
                decision.message());
    }

    private static Decision.Outcome outcome(SchedulingDecision.Outcome outcome) {
        return switch (outcome) {
            case SchedulingDecision.Outcome.Placed(var node) -> new Decision.Outcome.Placed(node);
            case SchedulingDecision.Outcome.Unschedulable() -> new Decision.Outcome.Unschedulable();
            case SchedulingDecision.Outcome.Preempting(var node, var victims) ->
                new Decision.Outcome.Preempting(node, victims);
        };
    }

    private static List<Verdict> verdicts(SchedulingDecision decision) {
        Optional<String> chosen = decision.outcome() instanceof SchedulingDecision.Outcome.Placed(var node)
                ? Optional.of(node)
                : Optional.empty();
        List<Verdict> verdicts = new ArrayList<>();
        if (decision.scores().isEmpty()) {
            chosen.ifPresent(node -> verdicts.add(new Verdict.Scored(node, true, List.of())));
        }
        for (NodeScore score : decision.scores()) {
            boolean isChosen = chosen.filter(score.node()::equals).isPresent();
            verdicts.add(isChosen ? 0 : verdicts.size(), new Verdict.Scored(score.node(), isChosen, score.weighted()));
        }
        decision.leftOut()
                .forEach((node, rejection) ->
                        verdicts.add(new Verdict.LeftOut(node, rejection.filter(), rejection.reasons())));
        return verdicts;
    }
}
