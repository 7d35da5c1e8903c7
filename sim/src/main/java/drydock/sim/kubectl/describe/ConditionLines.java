package drydock.sim.kubectl.describe;

import drydock.model.resource.LabelSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conditions of a workload: their types, statuses and reasons.
final class ConditionLines {

    /// One condition, whichever kind has it.
    record Condition(String type, String status, @Nullable String reason) {}

    private ConditionLines() {}

    static void of(Lines lines, List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return;
        }
        lines.line(0, "Conditions:");
        lines.line(1, "Type", "Status", "Reason");
        lines.line(1, "----", "------", "------");
        conditions.forEach(c -> lines.line(1, c.type() + " ", c.status(), c.reason()));
    }

    /// A selector as it is described; one that takes everything is none.
    static String selector(LabelSelector selector) {
        String text = selector.toString();
        return text.isEmpty() ? Lines.NONE : text;
    }
}
