package drydock.model.validation.pod;

import drydock.model.validation.KubernetesVersion;
import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;

/// Fields that Kubernetes did not have yet in the version that is meant: strict decoding does not know them
/// (`staging/src/k8s.io/api/core/v1/types.go` of each release).
final class NewerFieldRules {

    private static final Map<String, Map<String, Integer>> SINCE = Map.of(
            "PodSpec", Map.of("resources", 32, "hostnameOverride", 34, "schedulingGroup", 36),
            "Container", Map.of("restartPolicyRules", 34),
            "EphemeralContainer", Map.of("restartPolicyRules", 34),
            "EnvVarSource", Map.of("fileKeyRef", 34),
            "Lifecycle", Map.of("stopSignal", 33),
            "Volume", Map.of("image", 31),
            "VolumeProjection", Map.of("podCertificate", 34),
            "PodSecurityContext", Map.of("supplementalGroupsPolicy", 31, "seLinuxChangePolicy", 32),
            "ResourceClaim", Map.of("request", 31),
            "HPAScalingRules", Map.of("tolerance", 33));

    static final List<Rule> RULES = SINCE.entrySet().stream()
            .map(type -> Rule.of(type.getKey(), visit -> check(visit, type.getValue())))
            .toList();

    private NewerFieldRules() {}

    private static void check(Visit visit, Map<String, Integer> fields) {
        fields.forEach((field, minor) -> {
            if (visit.has(field) && !visit.version().atLeast(minor)) {
                visit.errorAtKey(
                                "unknown-field",
                                visit.path().key(field),
                                "field-newer",
                                field,
                                new KubernetesVersion(minor))
                        .fix(visit.removing(field), "fix.remove", visit.path().key(field));
            }
        });
    }
}
