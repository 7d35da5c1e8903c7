package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.FieldType;
import java.util.List;
import java.util.Map;

/// Whether a string is one of those that a field allows; the empty one counts as not there.
public final class Enumerations {

    static final String RULE = "unsupported-value";

    /// Fields that the API server names by the object they stand in
    /// (`pkg/apis/apps/validation/validation.go`, `pkg/apis/core/validation/validation.go validateOS`).
    private static final List<String> NAMED_BY_PARENT =
            List.of("DeploymentStrategy.type", "DaemonSetUpdateStrategy.type", "StatefulSetUpdateStrategy.type");

    /// Fields that rules look at, since the API server names them in a way of its own.
    private static final List<String> TOLD_BY_RULES = List.of("VolumeMount.mountPropagation");

    /// Fields whose values the schema does not tell, or tells with those of gates that are off.
    private static final Map<String, List<String>> VALUES = Map.of(
            "Toleration.operator", List.of("Equal", "Exists"),
            "LabelSelectorRequirement.operator", List.of("In", "NotIn", "Exists", "DoesNotExist"),
            "HTTPIngressPath.pathType", List.of("Exact", "Prefix", "ImplementationSpecific"),
            "NetworkPolicyPort.protocol", List.of("TCP", "UDP", "SCTP"),
            "NetworkPolicySpec.policyTypes", List.of("Ingress", "Egress"),
            "PersistentVolumeClaimSpec.accessModes",
                    List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"),
            "PersistentVolumeSpec.accessModes",
                    List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"));

    private Enumerations() {}

    /// The values that a field allows; none if it allows all.
    ///
    /// @param qualified the field with the short name of the type it is in, as `PodSpec.dnsPolicy`
    public static List<String> values(String qualified, FieldType.Text type) {
        return VALUES.getOrDefault(qualified, type.values());
    }

    /// @param qualified the field with the name of the type it is in, as `PodSpec.dnsPolicy`
    static void check(Visit top, FieldType.Text type, String chosen, FieldPath path, String qualified) {
        List<String> values = values(qualified, type);
        if (!values.isEmpty() && !chosen.isEmpty() && !values.contains(chosen) && !TOLD_BY_RULES.contains(qualified)) {
            FieldPath named = NAMED_BY_PARENT.contains(qualified) ? path.parent() : path;
            Report report = top.error(
                            RULE, named, "unsupported-value", ScalarTypes.shown(chosen), String.join(", ", values))
                    .words(EnumerationWords.of(qualified, chosen, values));
            Nearest.to(chosen, values)
                    .ifPresent(value -> report.fix(top.settingAt(path, value), "fix.set", path, value));
        }
    }
}
