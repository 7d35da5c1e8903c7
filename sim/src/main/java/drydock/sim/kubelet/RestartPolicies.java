package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerRestartRule;
import io.fabric8.kubernetes.api.model.ContainerRestartRuleOnExitCodes;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Optional;

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
        if (isRuled(container, exit.get().code())) {
            return true;
        }
        return switch (policy(pod.getSpec(), container, init)) {
            case "Never" -> false;
            case "OnFailure" -> exit.get().code() != 0;
            default -> true;
        };
    }

    /// Whether a rule of the container lets it run again after this exit code; the first one that fits counts
    /// (`pkg/api/v1/pod/util.go`, ContainerShouldRestart). All rules there are restart it.
    private static boolean isRuled(Container container, int code) {
        for (ContainerRestartRule rule : container.getRestartPolicyRules()) {
            ContainerRestartRuleOnExitCodes codes = rule.getExitCodes();
            if (codes != null && codes.getValues().contains(code) == "In".equals(codes.getOperator())) {
                return true;
            }
        }
        return false;
    }

    private static String policy(PodSpec spec, Container container, boolean init) {
        if (container.getRestartPolicy() != null) {
            return container.getRestartPolicy();
        }
        String policy = spec.getRestartPolicy() == null ? "Always" : spec.getRestartPolicy();
        return init && policy.equals("Always") ? "OnFailure" : policy;
    }
}
