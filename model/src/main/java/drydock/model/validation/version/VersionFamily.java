package drydock.model.validation.version;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// What is newer than the version that a manifest is meant for.
public final class VersionFamily {

    public static final RuleFamily RULES = RuleFamily.of(VersionFamily.class, List.of(NewerRules.RULES));

    private VersionFamily() {}
}
