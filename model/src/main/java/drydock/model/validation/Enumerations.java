package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.FieldType;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Whether a string is one of those that a field allows; the empty one counts as not there.
public final class Enumerations {

    static final String RULE = "unsupported-value";

    /// Fields that the API server names by the object they stand in
    /// (`pkg/apis/apps/validation/validation.go`, `pkg/apis/core/validation/validation.go validateOS`).
    private static final List<String> NAMED_BY_PARENT = List.of(
            "DeploymentStrategy.type",
            "DaemonSetUpdateStrategy.type",
            "StatefulSetUpdateStrategy.type",
            "PersistentVolumeSpec.accessModes",
            "PersistentVolumeClaimSpec.accessModes",
            "CSIDriverSpec.volumeLifecycleModes");

    /// Fields that have a default where they are not there, but not where they are empty: pointers, and what
    /// is in lists.
    private static final List<String> NOT_EMPTY = List.of(
            "NetworkPolicyPort.protocol",
            "ResourceQuotaSpec.scopes",
            "PersistentVolumeSpec.accessModes",
            "PersistentVolumeClaimSpec.accessModes",
            "PersistentVolumeSpec.volumeMode",
            "PersistentVolumeClaimSpec.volumeMode",
            "PodSecurityContext.fsGroupChangePolicy",
            "AzureDiskVolumeSource.cachingMode",
            "AzureDiskVolumeSource.kind",
            "PriorityClass.preemptionPolicy",
            "ServiceSpec.internalTrafficPolicy",
            "ServiceSpec.ipFamilies",
            "StorageClass.volumeBindingMode",
            "ValidatingWebhook.failurePolicy",
            "ValidatingWebhook.matchPolicy",
            "MutatingWebhook.failurePolicy",
            "MutatingWebhook.matchPolicy",
            "MutatingWebhook.reinvocationPolicy",
            "RuleWithOperations.operations",
            "RuleWithOperations.scope",
            "CSIDriverSpec.volumeLifecycleModes",
            "JobSpec.completionMode",
            "JobSpec.podReplacementPolicy",
            "PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy",
            "Validation.reason",
            "ValidationRule.reason",
            "MatchResources.matchPolicy",
            "NamedRuleWithOperations.operations",
            "NamedRuleWithOperations.scope",
            "ValidatingAdmissionPolicySpec.failurePolicy",
            "MutatingAdmissionPolicySpec.failurePolicy");

    /// Fields that rules look at, since the API server names them in a way of its own.
    private static final List<String> TOLD_BY_RULES =
            List.of("VolumeMount.mountPropagation", "NetworkPolicySpec.policyTypes");

    /// Fields whose values the schema does not tell, or tells with those of gates that are off.
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("Toleration.operator", List.of("Equal", "Exists")),
            Map.entry("LabelSelectorRequirement.operator", List.of("In", "NotIn", "Exists", "DoesNotExist")),
            Map.entry("HTTPIngressPath.pathType", List.of("Exact", "Prefix", "ImplementationSpecific")),
            Map.entry("NetworkPolicyPort.protocol", List.of("TCP", "UDP", "SCTP")),
            Map.entry("NetworkPolicySpec.policyTypes", List.of("Ingress", "Egress")),
            Map.entry(
                    "PersistentVolumeClaimSpec.accessModes",
                    List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod")),
            Map.entry(
                    "PersistentVolumeSpec.accessModes",
                    List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod")),
            Map.entry("EndpointPort.protocol", List.of("TCP", "UDP", "SCTP")),
            Map.entry("RuleWithOperations.operations", List.of("*", "CREATE", "UPDATE", "DELETE", "CONNECT")),
            Map.entry("RuleWithOperations.scope", List.of("*", "Cluster", "Namespaced")),
            Map.entry("ValidatingWebhook.failurePolicy", List.of("Ignore", "Fail")),
            Map.entry("MutatingWebhook.failurePolicy", List.of("Ignore", "Fail")),
            Map.entry("ValidatingWebhook.matchPolicy", List.of("Exact", "Equivalent")),
            Map.entry("MutatingWebhook.matchPolicy", List.of("Exact", "Equivalent")),
            Map.entry("MutatingWebhook.reinvocationPolicy", List.of("Never", "IfNeeded")),
            Map.entry("ValidatingWebhook.sideEffects", List.of("None", "NoneOnDryRun")),
            Map.entry("MutatingWebhook.sideEffects", List.of("None", "NoneOnDryRun")),
            Map.entry("StorageClass.reclaimPolicy", List.of("Delete", "Retain")),
            Map.entry("CSIDriverSpec.volumeLifecycleModes", List.of("Persistent", "Ephemeral")),
            Map.entry("CustomResourceDefinitionSpec.scope", List.of("Cluster", "Namespaced")),
            Map.entry("Validation.reason", List.of("Forbidden", "Invalid", "RequestEntityTooLarge")),
            Map.entry("CustomResourceConversion.strategy", List.of("None", "Webhook")));

    private Enumerations() {}

    /// The values that a field allows; none if it allows all.
    ///
    /// @param qualified the field with the short name of the type it is in, as `PodSpec.dnsPolicy`
    public static List<String> values(String qualified, FieldType.Text type) {
        return VALUES.getOrDefault(qualified, type.values());
    }

    /// @param qualified the field with the name of the type it is in, as `PodSpec.dnsPolicy`
    static void check(Visit top, FieldType.Text type, String chosen, Supplier<FieldPath> where, String qualified) {
        List<String> values = values(qualified, type);
        boolean there = !chosen.isEmpty() || NOT_EMPTY.contains(qualified);
        if (!values.isEmpty() && there && !values.contains(chosen) && !TOLD_BY_RULES.contains(qualified)) {
            FieldPath path = where.get();
            if (SchemaWalk.isStatus(path)) {
                return;
            }
            FieldPath named = NAMED_BY_PARENT.contains(qualified) ? path.parent() : path;
            Report report = top.error(
                            RULE, named, "unsupported-value", ScalarTypes.shown(chosen), String.join(", ", values))
                    .words(EnumerationWords.of(qualified, chosen, values));
            Nearest.to(chosen, values)
                    .ifPresent(value -> report.fix(top.settingAt(path, value), "fix.set", path, value));
        }
    }
}
