package drydock.model.validation.project.missing;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Names of objects, and of their keys, that nobody in the project defines.
public final class MissingFamily {

    public static final RuleFamily RULES =
            RuleFamily.of(MissingFamily.class, List.of(PodNameRules.RULES, ClusterNameRules.RULES));

    private MissingFamily() {}
}
