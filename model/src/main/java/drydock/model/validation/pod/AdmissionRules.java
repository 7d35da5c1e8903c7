package drydock.model.validation.pod;

import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What the API server's plugins refuse of a Pod before it is looked at
/// (`plugin/pkg/admission/priority/admission.go admitPod`, `plugin/pkg/admission/runtimeclass/admission.go
/// validateOverhead`). They name no field. What a class of the cluster says is not known here.
final class AdmissionRules {

    private static final String PRIORITY = "pod-priority";
    private static final String USUAL = "PreemptLowerPriority";

    /// The classes that every cluster has (`pkg/apis/scheduling/types.go`).
    private static final Map<String, Long> SYSTEM_CLASSES =
            Map.of("", 0L, "system-cluster-critical", 2_000_000_000L, "system-node-critical", 2_000_001_000L);

    static final List<Rule> RULES = List.of(
            Rule.of("PodSpec", AdmissionRules::priority),
            Rule.of("PodSpec", AdmissionRules::preemption),
            Rule.of("PodSpec", AdmissionRules::overhead));

    private AdmissionRules() {}

    private static void priority(Visit pod) {
        Long computed = SYSTEM_CLASSES.get(pod.textOrEmpty("priorityClassName"));
        OptionalLong written = pod.number("priority");
        if (Pods.isPod(pod) && computed != null && written.isPresent() && written.getAsLong() != computed) {
            pod.error(PRIORITY, "priority", "pod-priority", String.valueOf(computed))
                    .words(ServerWords.forbidden("the integer value of priority (" + written.getAsLong()
                            + ") must not be provided in pod spec; priority admission controller computed " + computed
                            + " from the given PriorityClass name"))
                    .fix(pod.removing("priority"), "fix.remove", pod.path().key("priority"));
        }
    }

    private static void preemption(Visit pod) {
        String policy = pod.textOrEmpty("preemptionPolicy");
        boolean ofSystem = SYSTEM_CLASSES.containsKey(pod.textOrEmpty("priorityClassName"));
        if (Pods.isPod(pod) && ofSystem && policy.equals("Never")) {
            pod.error(PRIORITY, "preemptionPolicy", "pod-preemption")
                    .words(ServerWords.forbidden("the string value of PreemptionPolicy (" + policy
                            + ") must not be provided in pod spec; priority admission controller computed " + USUAL
                            + " from the given PriorityClass name"))
                    .fix(
                            pod.removing("preemptionPolicy"),
                            "fix.remove",
                            pod.path().key("preemptionPolicy"));
        }
    }

    private static void overhead(Visit pod) {
        boolean written = !pod.in("overhead").names().isEmpty();
        if (Pods.isPod(pod) && written && pod.textOrEmpty("runtimeClassName").isEmpty()) {
            pod.error("pod-overhead", "overhead", "pod-overhead")
                    .words(ServerWords.forbidden(
                            "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead"))
                    .fix(pod.removing("overhead"), "fix.remove", pod.path().key("overhead"));
        }
    }
}
