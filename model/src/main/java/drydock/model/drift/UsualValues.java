package drydock.model.drift;

import drydock.model.form.ServerDefaults;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a field has what the API server gives it where nothing is written (`pkg/apis/*/v1/defaults.go`).
record UsualValues(Schema schema) {

    private static final String RBAC = "rbac.authorization.k8s.io";

    /// Objects that are filled in without anything in them.
    private static final Set<String> FILLED_IN_EMPTY = Set.of(
            "SecurityContext",
            "PodSecurityContext",
            "ResourceRequirements",
            "VolumeResourceRequirements",
            "ObjectMeta",
            "DeploymentStrategy",
            "StatefulSetUpdateStrategy",
            "DaemonSetUpdateStrategy",
            "ServiceStatus",
            "LoadBalancerStatus");

    /// Whether an object of this definition says nothing if there is nothing in it. Others do: `emptyDir: {}`.
    static boolean isNothingWhenEmpty(String definition) {
        return FILLED_IN_EMPTY.contains(definition.substring(definition.lastIndexOf('.') + 1));
    }

    /// Whether `value` is what the server takes for the field `key` of `type`.
    ///
    /// @param holder what stands beside it, for it may follow from that
    boolean areUsual(SchemaObject type, String key, Object value, Map<?, ?> holder) {
        SchemaField field = type.fieldOrNull(key);
        if (field != null && value instanceof Map<?, ?> map) {
            SchemaObject inner = schema.object(field.type()).orElse(null);
            if (inner != null) {
                Map<String, Object> fields = Values.strings(map);
                return fields.isEmpty()
                        ? isNothingWhenEmpty(inner.definition())
                        : fields.entrySet().stream()
                                .allMatch(entry -> areUsual(inner, entry.getKey(), entry.getValue(), map));
            }
        }
        String usual =
                field == null || field.usual().isEmpty() ? ServerDefaults.of(type.qualified(key)) : field.usual();
        return (!usual.isEmpty() && isWritten(usual, value)) || follows(type.qualified(key), value, holder);
    }

    private static boolean isWritten(String usual, Object value) {
        boolean octal =
                usual.startsWith("0") && usual.length() > 1 && usual.chars().allMatch(Character::isDigit);
        return (octal ? String.valueOf(Integer.parseInt(usual, 8)) : usual).equals(String.valueOf(value));
    }

    private static boolean follows(String qualified, Object value, Map<?, ?> holder) {
        return switch (qualified) {
            case "Container.imagePullPolicy" -> value.equals(pullPolicy(holder.get("image")));
            case "ServicePort.targetPort" -> text(value).equals(text(holder.get("port")));
            case "PodSpec.serviceAccount" -> value.equals(holder.get("serviceAccountName"));
            case "NetworkPolicySpec.policyTypes" -> value.equals(policyTypes(holder));
            case "HostPathVolumeSource.type", "GRPCAction.service", "VolumeMount.subPath" ->
                text(value).isEmpty();
            case "RoleRef.apiGroup" -> value.equals(RBAC);
            case "CustomResourceConversion.strategy" -> value.equals("None");
            case "CustomResourceDefinitionSpec.preserveUnknownFields" -> value.equals(false);
            case "Subject.apiGroup" -> value.equals("ServiceAccount".equals(holder.get("kind")) ? "" : RBAC);
            case "CustomResourceDefinitionNames.listKind" -> value.equals(holder.get("kind") + "List");
            case "CustomResourceDefinitionNames.singular" -> text(value).equalsIgnoreCase(text(holder.get("kind")));
            case "ReplicationControllerSpec.selector" -> value.equals(labels(holder));
            case "HorizontalPodAutoscalerSpec.metrics" -> isCpuAt80(value);
            case "HPAScalingRules.stabilizationWindowSeconds" -> text(value).equals("0");
            case "HPAScalingRules.policies" -> isUsualScaling(value);
            default -> false;
        };
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /// `SetDefaults_Container`
    private static String pullPolicy(@Nullable Object image) {
        String name = text(image);
        if (name.contains("@")) {
            return "IfNotPresent";
        }
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !last.contains(":") || last.endsWith(":latest") ? "Always" : "IfNotPresent";
    }

    /// `SetDefaults_NetworkPolicy`
    private static List<String> policyTypes(Map<?, ?> spec) {
        List<String> types = new ArrayList<>(List.of("Ingress"));
        if (!Values.isEmpty(spec.get("egress"))) {
            types.add("Egress");
        }
        return types;
    }

    private static Map<String, Object> labels(Map<?, ?> spec) {
        return Values.map(
                Values.map(Values.map(spec.get("template")).get("metadata")).get("labels"));
    }

    /// `SetDefaults_HorizontalPodAutoscaler`
    private static boolean isCpuAt80(Object metrics) {
        return Map.of(
                        "type",
                        "Resource",
                        "resource",
                        Map.of("name", "cpu", "target", Map.of("type", "Utilization", "averageUtilization", 80)))
                .equals(metrics instanceof List<?> list && list.size() == 1 ? list.getFirst() : null);
    }

    private static boolean isUsualScaling(Object policies) {
        Map<String, Object> all = Map.of("type", "Percent", "value", 100, "periodSeconds", 15);
        Map<String, Object> four = Map.of("type", "Pods", "value", 4, "periodSeconds", 15);
        return policies.equals(List.of(all)) || policies.equals(List.of(four, all));
    }
}
