package drydock.sim.controller.job;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyOnExitCodesRequirement;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a Job's `podFailurePolicy` says of a Pod that has failed: the first rule that matches
/// (`job/pod_failure_policy.go`).
///
/// @param action `FailJob`, `FailIndex`, `Ignore` or `Count`
/// @param message why, as the Job's condition tells it
record FailurePolicy(String action, String message) {

    private static final FailurePolicy COUNT = new FailurePolicy("Count", "");

    static FailurePolicy of(Job job, Pod pod) {
        if (job.getSpec().getPodFailurePolicy() == null) {
            return COUNT;
        }
        List<PodFailurePolicyRule> rules = job.getSpec().getPodFailurePolicy().getRules();
        for (int i = 0; i < rules.size(); i++) {
            PodFailurePolicyRule rule = rules.get(i);
            Optional<String> matched =
                    rule.getOnExitCodes() == null ? condition(rule, pod) : exitCode(rule.getOnExitCodes(), pod);
            if (matched.isPresent()) {
                String end = " matching " + rule.getAction() + " rule at index " + i;
                return new FailurePolicy(rule.getAction(), matched.get() + end);
            }
        }
        return COUNT;
    }

    private static Optional<String> exitCode(PodFailurePolicyOnExitCodesRequirement requirement, Pod pod) {
        return JobPods.statuses(pod)
                .filter(s -> requirement.getContainerName() == null
                        || requirement.getContainerName().equals(s.getName()))
                .filter(s -> s.getState() != null && s.getState().getTerminated() != null)
                .filter(s -> code(s) != 0)
                .filter(s -> requirement.getValues().contains(code(s)) == "In".equals(requirement.getOperator()))
                .findFirst()
                .map(s -> "Container " + s.getName() + " for pod " + name(pod) + " failed with exit code " + code(s));
    }

    private static int code(ContainerStatus status) {
        return Objects.requireNonNullElse(status.getState().getTerminated().getExitCode(), 0);
    }

    private static Optional<String> condition(PodFailurePolicyRule rule, Pod pod) {
        List<PodCondition> has =
                pod.getStatus() == null ? List.of() : pod.getStatus().getConditions();
        return rule.getOnPodConditions().stream()
                .filter(pattern -> has.stream()
                        .anyMatch(c -> c.getType().equals(pattern.getType())
                                && c.getStatus().equals(Objects.requireNonNullElse(pattern.getStatus(), "True"))))
                .findFirst()
                .map(pattern -> "Pod " + name(pod) + " has condition " + pattern.getType());
    }

    private static String name(Pod pod) {
        return pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
    }
}
