package drydock.model.validation.pod;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Pods and their parts, wherever a template has them.
public final class PodFamily {

    public static final RuleFamily RULES = RuleFamily.of(
            PodFamily.class,
            List.of(ContainerRules.RULES, PodRules.RULES, HandlerRules.RULES, ResourceRules.RULES, NumberRules.RULES));

    private PodFamily() {}
}
