package drydock.model.validation.project.traffic;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Where traffic goes between the objects of a project.
public final class TrafficFamily {

    public static final RuleFamily RULES = RuleFamily.of(
            TrafficFamily.class,
            List.of(
                    SelectionRules.RULES,
                    TargetPortRules.RULES,
                    AllocationRules.RULES,
                    IngressRules.RULES,
                    PolicyRules.RULES,
                    HeadlessRules.RULES));

    private TrafficFamily() {}
}
