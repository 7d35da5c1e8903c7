package drydock.model.validation.standard;

import drydock.model.validation.CheckOptions;
import drydock.model.validation.RuleFamily;
import drydock.model.validation.Validator;
import drydock.model.validation.access.AccessFamily;
import drydock.model.validation.advice.AdviceFamily;
import drydock.model.validation.config.ConfigFamily;
import drydock.model.validation.device.DeviceFamily;
import drydock.model.validation.extension.ExtensionFamily;
import drydock.model.validation.flow.FlowFamily;
import drydock.model.validation.meta.MetadataFamily;
import drydock.model.validation.network.NetworkFamily;
import drydock.model.validation.pod.PodFamily;
import drydock.model.validation.project.ProjectFamily;
import drydock.model.validation.project.missing.MissingFamily;
import drydock.model.validation.project.running.RunningFamily;
import drydock.model.validation.project.traffic.TrafficFamily;
import drydock.model.validation.storage.StorageFamily;
import drydock.model.validation.version.VersionFamily;
import drydock.model.validation.workload.WorkloadFamily;
import java.util.List;
import java.util.stream.Stream;

/// Every rule there is.
public final class StandardRules {

    /// What the API server refuses of one object, in the order in which it is checked.
    public static final List<RuleFamily> OF_THE_SERVER = List.of(
            MetadataFamily.RULES,
            PodFamily.RULES,
            WorkloadFamily.RULES,
            NetworkFamily.RULES,
            StorageFamily.RULES,
            ConfigFamily.RULES,
            AccessFamily.RULES,
            ExtensionFamily.RULES,
            DeviceFamily.RULES,
            FlowFamily.RULES,
            VersionFamily.RULES);

    /// What objects have to do with each other, and advice.
    public static final List<RuleFamily> OF_THE_PROJECT = List.of(
            ProjectFamily.RULES,
            TrafficFamily.RULES,
            MissingFamily.RULES,
            RunningFamily.RULES,
            AdviceFamily.RULES,
            SwitchFamily.RULES);

    /// All, in the order in which they are checked.
    public static final List<RuleFamily> FAMILIES =
            Stream.of(OF_THE_SERVER, OF_THE_PROJECT).flatMap(List::stream).toList();

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
