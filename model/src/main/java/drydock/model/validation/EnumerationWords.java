package drydock.model.validation;

import java.util.List;
import java.util.Map;

/// What the API server says of a value that is none of those a field allows.
final class EnumerationWords {

    private EnumerationWords() {}

    private static final List<String> EFFECTS = List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

    /// The values in the order in which the server has them, where they are not ordered by name.
    private static final Map<String, List<String>> ORDER = Map.of(
            "PodSpec.dnsPolicy", List.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"),
            "PodSpec.restartPolicy", List.of("Always", "OnFailure", "Never"),
            "PodSpec.preemptionPolicy", List.of("PreemptLowerPriority", "Never"),
            "PriorityClass.preemptionPolicy", List.of("PreemptLowerPriority", "Never"),
            "Container.terminationMessagePolicy", List.of("File", "FallbackToLogsOnError"),
            "EphemeralContainer.terminationMessagePolicy", List.of("File", "FallbackToLogsOnError"),
            "Toleration.effect", EFFECTS,
            "Taint.effect", EFFECTS,
            "DaemonSetUpdateStrategy.type", List.of("RollingUpdate", "OnDelete"),
            "JobSpec.completionMode", List.of("NonIndexed", "Indexed"));

    private static final String NO_OPERATOR = "not a valid selector operator";

    /// @param values those that the field allows
    static String of(String qualified, String chosen, List<String> values) {
        return switch (qualified) {
            case "NodeSelectorRequirement.operator",
                    "LabelSelectorRequirement.operator",
                    "ScopedResourceSelectorRequirement.operator" -> ServerWords.invalid(chosen, NO_OPERATOR);
            case "ScopedResourceSelectorRequirement.scopeName", "ResourceQuotaSpec.scopes" ->
                ServerWords.invalid(chosen, "unsupported scope");
            case "StatefulSetSpec.podManagementPolicy" ->
                ServerWords.invalid(chosen, "must be 'OrderedReady' or 'Parallel'");
            case "StatefulSetUpdateStrategy.type" ->
                ServerWords.invalidRaw(strategy(chosen), "must be 'RollingUpdate' or 'OnDelete'");
            case "DeploymentStrategy.type", "DaemonSetUpdateStrategy.type" ->
                ServerWords.unsupportedRaw(strategy(chosen), ordered(qualified, values));
            case "CSIDriverSpec.volumeLifecycleModes" ->
                ServerWords.unsupportedOf(chosen, List.of("Persistent", "Ephemeral"));
            default -> ServerWords.unsupportedOf(chosen, ordered(qualified, values));
        };
    }

    private static List<String> ordered(String qualified, List<String> values) {
        return ORDER.getOrDefault(qualified, values.stream().sorted().toList());
    }

    private static String strategy(String type) {
        return "{\"Type\":\"" + type + "\",\"RollingUpdate\":null}";
    }
}
