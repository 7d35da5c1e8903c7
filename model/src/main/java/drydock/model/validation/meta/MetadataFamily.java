package drydock.model.validation.meta;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Metadata of all objects.
public final class MetadataFamily {

    public static final RuleFamily RULES =
            RuleFamily.of(MetadataFamily.class, List.of(NameRules.RULES, MetadataRules.RULES, OwnerRules.RULES));

    private MetadataFamily() {}
}
