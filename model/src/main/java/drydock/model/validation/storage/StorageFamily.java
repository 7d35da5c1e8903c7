package drydock.model.validation.storage;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Volumes, claims and storage classes.
public final class StorageFamily {

    public static final RuleFamily RULES = RuleFamily.of(
            StorageFamily.class,
            List.of(
                    ClaimRules.RULES,
                    SourceRules.RULES,
                    VolumeRules.RULES,
                    CsiRules.RULES,
                    InlineRules.RULES,
                    ClassRules.RULES,
                    AttachmentRules.RULES,
                    DriverRules.RULES));

    private StorageFamily() {}
}
