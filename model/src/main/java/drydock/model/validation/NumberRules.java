package drydock.model.validation;

import java.util.List;
import java.util.OptionalLong;

/// Numbers that must be within bounds, wherever their type stands.
final class NumberRules {

    private static final String RULE = "number-range";
    private static final long LARGEST_INT = Integer.MAX_VALUE;

    /// From 0 on (`ValidateNonnegativeField`).
    private static final List<Rule> NOT_NEGATIVE = List.of(
            notNegative("ReplicationControllerSpec", "replicas", "minReadySeconds"),
            notNegative("ReplicaSetSpec", "replicas", "minReadySeconds"),
            notNegative("StatefulSetSpec", "replicas", "minReadySeconds", "revisionHistoryLimit"),
            notNegative("DaemonSetSpec", "minReadySeconds", "revisionHistoryLimit"),
            notNegative(
                    "DeploymentSpec", "replicas", "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds"),
            notNegative(
                    "JobSpec",
                    "parallelism",
                    "completions",
                    "activeDeadlineSeconds",
                    "backoffLimit",
                    "ttlSecondsAfterFinished"),
            notNegative(
                    "CronJobSpec", "startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit"),
            notNegative("PodSpec", "terminationGracePeriodSeconds"),
            notNegative(
                    "Probe",
                    "initialDelaySeconds",
                    "timeoutSeconds",
                    "periodSeconds",
                    "successThreshold",
                    "failureThreshold"));

    /// Ports (`IsValidPortNum`).
    private static final List<Rule> PORTS = List.of(
            within("ContainerPort", "hostPort", 0, 65_535),
            within("ServicePort", "port", 1, 65_535),
            within("ServicePort", "nodePort", 0, 65_535),
            within("ServicePort", "targetPort", 1, 65_535),
            within("HTTPGetAction", "port", 1, 65_535),
            within("TCPSocketAction", "port", 1, 65_535),
            within("GRPCAction", "port", 1, 65_535),
            within("NetworkPolicyPort", "port", 1, 65_535),
            Rule.of("ContainerPort", NumberRules::containerPort));

    /// Others (`pkg/apis/core/validation/validation.go ValidatePodSpec`, `ValidatePodSecurityContext`).
    private static final List<Rule> OTHERS = List.of(
            within("PodSpec", "activeDeadlineSeconds", 1, LARGEST_INT),
            within("SecurityContext", "runAsUser", 0, LARGEST_INT),
            within("SecurityContext", "runAsGroup", 0, LARGEST_INT),
            within("PodSecurityContext", "runAsUser", 0, LARGEST_INT),
            within("PodSecurityContext", "runAsGroup", 0, LARGEST_INT),
            within("PodSecurityContext", "fsGroup", 0, LARGEST_INT),
            within("PreferredSchedulingTerm", "weight", 1, 100),
            within("WeightedPodAffinityTerm", "weight", 1, 100),
            within("TopologySpreadConstraint", "maxSkew", 1, LARGEST_INT),
            within("HorizontalPodAutoscalerSpec", "minReplicas", 1, LARGEST_INT),
            within("HorizontalPodAutoscalerSpec", "maxReplicas", 1, LARGEST_INT));

    static final List<Rule> RULES =
            List.of(NOT_NEGATIVE, PORTS, OTHERS).stream().flatMap(List::stream).toList();

    private NumberRules() {}

    private static Rule notNegative(String definition, String... fields) {
        return Rule.of(definition, visit -> {
            for (String field : fields) {
                OptionalLong number = visit.number(field);
                if (number.isPresent() && number.getAsLong() < 0) {
                    visit.error(RULE, field, "number-negative", number.getAsLong());
                }
            }
        });
    }

    private static Rule within(String definition, String field, long least, long most) {
        return Rule.of(definition, visit -> {
            OptionalLong number = visit.number(field);
            if (number.isPresent() && (number.getAsLong() < least || number.getAsLong() > most)) {
                visit.error(
                        RULE, field, "number-range", number.getAsLong(), String.valueOf(least), String.valueOf(most));
            }
        });
    }

    /// A port that is 0 counts as missing, which is told elsewhere.
    private static void containerPort(Visit port) {
        OptionalLong number = port.number("containerPort");
        if (number.isPresent() && (number.getAsLong() < 0 || number.getAsLong() > 65_535)) {
            port.error(RULE, "containerPort", "number-range", number.getAsLong(), "1", "65535");
        }
    }
}
