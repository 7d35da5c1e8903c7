package drydock.model.validation.project;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// What objects of one project have to do with each other.
public final class ProjectFamily {

    public static final RuleFamily RULES = RuleFamily.of(ProjectFamily.class, List.of(ProjectRules.RULES));

    private ProjectFamily() {}
}
