package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerRestartRule;
import io.fabric8.kubernetes.api.model.ContainerRestartRuleOnExitCodes;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether containers are started again (`pkg/kubelet/container/helpers.go`, ShouldContainerBeRestarted).
final class RestartPolicies {

    private RestartPolicies() {}

    /// Whether `container`, one of the init containers, runs beside the others for as long as the Pod does.
    static boolean isSidecar(Container container) {
        return "Always".equals(container.getRestartPolicy());
    }

    /// Whether `container` is to be run once more, being in the state `view`.
    static boolean restarts(Pod pod, Container container, boolean init, ContainerView view) {
        if (pod.getMetadata().getDeletionTimestamp() != null || view.running()) {
            return false;
        }
        Optional<ContainerView.Exit> exit = view.exit();
        if (exit.isEmpty()) {
            return true;
        }
        if (rule(container, exit.get().code()).isPresent()) {
            return true;
        }
        return switch (policy(pod.getSpec(), container, init)) {
            case "Never" -> false;
            case "OnFailure" -> exit.get().code() != 0;
            default -> true;
        };
    }

    /// The first rule of `container` that fits an exit code (`pkg/api/v1/pod/util.go`, ContainerShouldRestart).
    static Optional<ContainerRestartRule> rule(Container container, int code) {
        return container.getRestartPolicyRules().stream()
                .filter(rule -> fits(rule.getExitCodes(), code))
                .findFirst();
    }

    private static boolean fits(@Nullable ContainerRestartRuleOnExitCodes codes, int code) {
        return codes != null && codes.getValues().contains(code) == "In".equals(codes.getOperator());
    }

    private static String policy(PodSpec spec, Container container, boolean init) {
        if (container.getRestartPolicy() != null) {
            return container.getRestartPolicy();
        }
        String policy = spec.getRestartPolicy() == null ? "Always" : spec.getRestartPolicy();
        return init && policy.equals("Always") ? "OnFailure" : policy;
    }
}
