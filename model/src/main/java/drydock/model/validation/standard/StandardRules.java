package drydock.model.validation.standard;

import drydock.model.validation.CheckOptions;
import drydock.model.validation.RuleFamily;
import drydock.model.validation.Validator;
import drydock.model.validation.access.AccessFamily;
import drydock.model.validation.config.ConfigFamily;
import drydock.model.validation.custom.CustomFamily;
import drydock.model.validation.meta.MetadataFamily;
import drydock.model.validation.network.NetworkFamily;
import drydock.model.validation.pod.PodFamily;
import drydock.model.validation.project.ProjectFamily;
import drydock.model.validation.storage.StorageFamily;
import drydock.model.validation.version.VersionFamily;
import drydock.model.validation.workload.WorkloadFamily;
import java.util.List;

/// Every rule there is.
public final class StandardRules {

    /// In the order in which they are checked: a new family is added here.
    public static final List<RuleFamily> FAMILIES = List.of(
            MetadataFamily.RULES,
            PodFamily.RULES,
            WorkloadFamily.RULES,
            NetworkFamily.RULES,
            StorageFamily.RULES,
            ConfigFamily.RULES,
            AccessFamily.RULES,
            ProjectFamily.RULES,
            VersionFamily.RULES,
            CustomFamily.RULES,
            SwitchFamily.RULES);

    private StandardRules() {}

    /// A validator with every rule.
    public static Validator validator() {
        return validator(CheckOptions.STANDARD);
    }

    /// A validator with every rule, as `options` want it.
    public static Validator validator(CheckOptions options) {
        return new Validator(FAMILIES, options);
    }
}
