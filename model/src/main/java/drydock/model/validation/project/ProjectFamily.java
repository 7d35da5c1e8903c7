package drydock.model.validation.project;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Objects that get in each other's way.
public final class ProjectFamily {

    public static final RuleFamily RULES =
            RuleFamily.of(ProjectFamily.class, List.of(DuplicateRules.RULES, OverlapRules.RULES));

    private ProjectFamily() {}
}
