package drydock.model.validation.project.running;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Whether what a project describes can run.
public final class RunningFamily {

    public static final RuleFamily RULES = RuleFamily.of(
            RunningFamily.class,
            List.of(
                    ScalingRules.RULES,
                    BudgetRules.RULES,
                    NodeRules.RULES,
                    ContainerPortRules.RULES,
                    EndlessRules.RULES,
                    ProbeRules.RULES,
                    VolumeRules.RULES,
                    ScheduleRules.RULES));

    private RunningFamily() {}
}
