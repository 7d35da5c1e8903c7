package drydock.model.validation.advice;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// What works and could be better; all of it is of the severity ADVICE, so that it can be left out as a whole.
public final class AdviceFamily {

    public static final RuleFamily RULES = RuleFamily.of(
            AdviceFamily.class,
            List.of(
                    ContainerAdvice.RULES,
                    SecurityAdvice.RULES,
                    AvailabilityAdvice.RULES,
                    OldFieldAdvice.RULES,
                    OldKindAdvice.RULES));

    private AdviceFamily() {}
}
