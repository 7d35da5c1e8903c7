package drydock.model.validation.workload;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Workloads and what scales and protects them.
public final class WorkloadFamily {

    public static final RuleFamily RULES = RuleFamily.of(
            WorkloadFamily.class,
            List.of(
                    SelectorRules.RULES,
                    OwnPodRules.RULES,
                    RollingRules.RULES,
                    ReplicaRules.RULES,
                    ClaimTemplateRules.RULES,
                    JobRules.RULES,
                    IndexedJobRules.RULES,
                    JobPolicyRules.RULES,
                    SuccessPolicyRules.RULES,
                    CronRules.RULES,
                    AutoscalerRules.RULES,
                    MetricRules.RULES,
                    BudgetRules.RULES));

    private WorkloadFamily() {}
}
