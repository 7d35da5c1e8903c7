package drydock.model.validation.custom;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Definitions of custom resources.
public final class CustomFamily {

    public static final RuleFamily RULES =
            RuleFamily.of(CustomFamily.class, List.of(DefinitionRules.RULES, StructureRules.RULES));

    private CustomFamily() {}
}
