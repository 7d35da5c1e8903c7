package drydock.model.validation.pod;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Pods and their parts, wherever a template has them.
public final class PodFamily {

    /// What is wrong with volumes is looked for before what mounts them.
    public static final RuleFamily RULES = RuleFamily.of(
            PodFamily.class,
            List.of(
                    ContainerRules.RULES,
                    RestartRules.RULES,
                    PortRules.RULES,
                    EnvironmentRules.RULES,
                    DownwardRules.RULES,
                    HandlerRules.RULES,
                    ProbeRules.RULES,
                    VolumeSourceRules.RULES,
                    IscsiRules.RULES,
                    PersistentSourceRules.RULES,
                    OldVolumeRules.RULES,
                    ProjectedRules.RULES,
                    FileModes.RULES,
                    VolumeRules.RULES,
                    MountRules.RULES,
                    ResourceRules.RULES,
                    PodResourceRules.RULES,
                    ResizeRules.RULES,
                    DeviceClaimRules.RULES,
                    AffinityRules.RULES,
                    PodAffinityRules.RULES,
                    LabelKeyRules.RULES,
                    TolerationRules.RULES,
                    SecurityRules.RULES,
                    ProfileRules.RULES,
                    WindowsRules.RULES,
                    OsRules.RULES,
                    HostRules.RULES,
                    DnsRules.RULES,
                    PodFieldRules.RULES,
                    AnnotationRules.RULES,
                    OldProfileRules.RULES,
                    AdmissionRules.RULES,
                    NewerFieldRules.RULES));

    private PodFamily() {}
}
