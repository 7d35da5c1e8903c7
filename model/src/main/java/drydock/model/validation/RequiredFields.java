package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Required fields of which the API server says more, or otherwise, than that they are required.
final class RequiredFields {

    private RequiredFields() {}

    /// Objects that the server fills with their defaults before it looks into them, so that what is missing
    /// is what they lack.
    private static final Set<String> LOOKED_INTO = Set.of(
            "Pod.spec",
            "PersistentVolume.spec",
            "PersistentVolumeClaim.spec",
            "Ingress.spec",
            "Service.spec",
            "IngressClass.spec",
            "APIService.spec",
            "IPAddress.spec",
            "ServiceCIDR.spec",
            "FlowSchema.spec",
            "FlowSchemaSpec.priorityLevelConfiguration",
            "PriorityLevelConfiguration.spec",
            "RoleBinding.roleRef",
            "ClusterRoleBinding.roleRef",
            "PodTemplate.template",
            "PodTemplateSpec.spec",
            "ReplicationController.spec",
            "ReplicaSet.spec",
            "ReplicaSetSpec.template",
            "Deployment.spec",
            "DeploymentSpec.template",
            "StatefulSet.spec",
            "StatefulSetSpec.template",
            "DaemonSet.spec",
            "DaemonSetSpec.template",
            "Job.spec",
            "JobSpec.template",
            "CronJob.spec",
            "CronJobSpec.jobTemplate",
            "JobTemplateSpec.spec",
            "HorizontalPodAutoscaler.spec",
            "HorizontalPodAutoscalerSpec.scaleTargetRef",
            "ObjectMetricSource.describedObject",
            "ObjectMetricSource.metric",
            "ObjectMetricSource.target",
            "PodsMetricSource.metric",
            "PodsMetricSource.target",
            "ExternalMetricSource.metric",
            "ExternalMetricSource.target",
            "ResourceMetricSource.target",
            "ContainerResourceMetricSource.target",
            "WeightedPodAffinityTerm.podAffinityTerm",
            "Binding.target");

    private static final Map<SchemaObject, List<SchemaField>> BY_TYPE = new ConcurrentHashMap<>();

    private static final Set<String> NAMES_LOOKED_INTO = LOOKED_INTO.stream()
            .map(name -> name.substring(name.indexOf('.') + 1))
            .collect(Collectors.toUnmodifiableSet());

    /// What rules tell, since the server does so at another path or in other words.
    private static final Set<String> TOLD_BY_RULES = Set.of(
            "DeploymentSpec.selector",
            "ReplicaSetSpec.selector",
            "StatefulSetSpec.selector",
            "DaemonSetSpec.selector",
            "ContainerResizePolicy.resourceName",
            "ContainerResizePolicy.restartPolicy",
            "ContainerRestartRuleOnExitCodes.operator",
            "DownwardAPIVolumeFile.path",
            "GCEPersistentDiskVolumeSource.pdName",
            "ResourceFieldSelector.resource",
            "ObjectFieldSelector.fieldPath",
            "HTTPIngressPath.backend",
            "WebhookConversion.conversionReviewVersions",
            "GRPCAction.port",
            "HTTPGetAction.port",
            "TCPSocketAction.port",
            "HTTPHeader.name",
            "HostAlias.ip",
            "HPAScalingPolicy.type",
            "HPAScalingPolicy.value",
            "HPAScalingPolicy.periodSeconds",
            "HorizontalPodAutoscalerSpec.maxReplicas",
            "LabelSelectorRequirement.key",
            "LabelSelectorRequirement.operator",
            "NodeSelectorRequirement.key",
            "NodeSelectorRequirement.operator",
            "OwnerReference.apiVersion",
            "OwnerReference.kind",
            "OwnerReference.name",
            "OwnerReference.uid",
            "PodFailurePolicyOnExitCodesRequirement.values",
            "PodFailurePolicyOnPodConditionsPattern.type",
            "PodReadinessGate.conditionType",
            "PodSchedulingGate.name",
            "PreferredSchedulingTerm.weight",
            "WeightedPodAffinityTerm.weight",
            "ResourceClaim.name",
            "ServiceAccountTokenProjection.path",
            "SleepAction.seconds",
            "TypedLocalObjectReference.kind",
            "TypedLocalObjectReference.name",
            "TopologySpreadConstraint.maxSkew",
            "TopologySpreadConstraint.whenUnsatisfiable",
            // what the server takes without
            "PodFailurePolicy.rules",
            "PreferredSchedulingTerm.preference",
            "ScaleIOVolumeSource.secretRef",
            "ScaleIOPersistentVolumeSource.secretRef",
            "ClusterTrustBundleProjection.path",
            "PodCertificateProjection.signerName",
            "PodCertificateProjection.keyType");

    /// What the server says behind `Required value`.
    private static final Map<String, String> DETAILS = Map.ofEntries(
            Map.entry("PodAffinityTerm.topologyKey", "can not be empty"),
            Map.entry("TopologySpreadConstraint.topologyKey", "can not be empty"),
            Map.entry("NodeSelector.nodeSelectorTerms", "must have at least one node selector term"),
            Map.entry("SeccompProfile.type", "type is required when seccompProfile is set"),
            Map.entry("AppArmorProfile.type", "type is required when appArmorProfile is set"),
            Map.entry(
                    "SuccessPolicy.rules", "at least one rules must be specified when the successPolicy is specified"),
            Map.entry("PodFailurePolicyRule.action", "valid values: [\"Count\" \"FailIndex\" \"FailJob\" \"Ignore\"]"),
            Map.entry("PodFailurePolicyOnExitCodesRequirement.operator", "valid values: [\"In\" \"NotIn\"]"),
            Map.entry("QuobyteVolumeSource.registry", "must be a host:port pair or multiple pairs separated by commas"),
            Map.entry("HTTPIngressPath.pathType", "pathType must be specified"),
            Map.entry("PolicyRule.verbs", "verbs must contain at least one value"),
            Map.entry("MetricSpec.type", "must specify a metric source type"),
            Map.entry("MetricTarget.type", "must specify a metric target type"),
            Map.entry("MetricIdentifier.name", "must specify a metric name"),
            Map.entry("ResourceMetricSource.name", "must specify a resource name"),
            Map.entry("ContainerResourceMetricSource.name", "must specify a resource name"),
            Map.entry("ContainerResourceMetricSource.container", "must specify a container"));

    /// Whether the server looks into the field though it is not there; into the metadata of every object.
    static boolean isLookedInto(FieldPath path, String field, String qualified) {
        boolean metadata = path.isRoot()
                && field.equals("metadata")
                && !qualified.endsWith("Review.metadata")
                && !qualified.equals("Event.metadata");
        return metadata || LOOKED_INTO.contains(qualified);
    }

    /// The fields of a type that may be missed.
    static List<SchemaField> of(SchemaObject type) {
        return BY_TYPE.computeIfAbsent(
                type,
                t -> t.fields().stream()
                        .filter(f ->
                                f.required() || f.name().equals("metadata") || NAMES_LOOKED_INTO.contains(f.name()))
                        .toList());
    }

    static boolean isToldByRules(String qualified) {
        return TOLD_BY_RULES.contains(qualified);
    }

    /// What the server says of the field that is missing.
    static String words(String qualified) {
        return DETAILS.containsKey(qualified) ? ServerWords.required(DETAILS.get(qualified)) : ServerWords.required();
    }
}
