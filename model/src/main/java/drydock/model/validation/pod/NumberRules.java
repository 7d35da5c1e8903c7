package drydock.model.validation.pod;

import static drydock.model.validation.Checks.notNegative;
import static drydock.model.validation.Checks.within;

import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.OptionalLong;

/// Numbers of a Pod that must be within bounds, wherever their type stands
/// (`pkg/apis/core/validation/validation.go ValidatePodSpec`, `ValidatePodSecurityContext`, `IsValidPortNum`).
final class NumberRules {

    private static final long LARGEST_INT = Integer.MAX_VALUE;

    static final List<Rule> RULES = List.of(
            notNegative("PodSpec", "terminationGracePeriodSeconds"),
            notNegative(
                    "Probe",
                    "initialDelaySeconds",
                    "timeoutSeconds",
                    "periodSeconds",
                    "successThreshold",
                    "failureThreshold"),
            within("ContainerPort", "hostPort", 0, 65_535),
            within("HTTPGetAction", "port", 1, 65_535),
            within("TCPSocketAction", "port", 1, 65_535),
            within("GRPCAction", "port", 1, 65_535),
            Rule.of("ContainerPort", NumberRules::containerPort),
            within("PodSpec", "activeDeadlineSeconds", 1, LARGEST_INT),
            within("SecurityContext", "runAsUser", 0, LARGEST_INT),
            within("SecurityContext", "runAsGroup", 0, LARGEST_INT),
            within("PodSecurityContext", "runAsUser", 0, LARGEST_INT),
            within("PodSecurityContext", "runAsGroup", 0, LARGEST_INT),
            within("PodSecurityContext", "fsGroup", 0, LARGEST_INT),
            within("PreferredSchedulingTerm", "weight", 1, 100),
            within("WeightedPodAffinityTerm", "weight", 1, 100),
            within("TopologySpreadConstraint", "maxSkew", 1, LARGEST_INT));

    private NumberRules() {}

    /// A port that is 0 counts as missing, which is told elsewhere.
    private static void containerPort(Visit port) {
        OptionalLong number = port.number("containerPort");
        if (number.isPresent() && (number.getAsLong() < 0 || number.getAsLong() > 65_535)) {
            Checks.outside(port, "containerPort", number.getAsLong(), 1, 65_535);
        }
    }
}
