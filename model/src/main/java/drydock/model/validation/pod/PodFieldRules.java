package drydock.model.validation.pod;

import static drydock.model.validation.Checks.within;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Single fields of a Pod (`pkg/apis/core/validation/validation.go ValidatePodSpec`, `validateReadinessGates`,
/// `validateSchedulingGates`, `ValidatePodCreate`).
final class PodFieldRules {

    private static final int LONGEST_HOSTNAME = 64;

    /// From this version on the field is read at all (gate HostnameOverride).
    private static final int OVERRIDE = 35;

    static final List<Rule> RULES = List.of(
            Rule.of("PodSpec", PodFieldRules::gracePeriod),
            within("PodSpec", "activeDeadlineSeconds", 1, Integer.MAX_VALUE),
            Rule.of("PodSpec", PodFieldRules::names),
            Rule.of("PodSpec", PodFieldRules::preemption),
            Rule.of("PodSpec", PodFieldRules::hostnameOverride),
            Rule.of("PodReadinessGate", PodFieldRules::readinessGate),
            Rule.of("PodSpec", PodFieldRules::schedulingGates),
            Rule.of("PodSpec", PodFieldRules::gatedNode));

    private PodFieldRules() {}

    /// A negative time is taken for one second (`pkg/apis/core/v1/conversion.go Convert_v1_Pod_To_core_Pod`,
    /// `pkg/api/pod/warnings.go warningsForPodSpecAndMeta`).
    private static void gracePeriod(Visit pod) {
        String field = "terminationGracePeriodSeconds";
        if (pod.number(field).orElse(0) < 0) {
            pod.warning(
                            "number-range",
                            field,
                            "grace-negative",
                            pod.number(field).orElseThrow())
                    .fix(pod.setting(field, 1), "fix.set", pod.path().key(field), "1");
        }
    }

    private static void names(Visit pod) {
        for (String field : List.of("serviceAccountName", "nodeName", "priorityClassName")) {
            Checks.form(pod, "name", field, "name-subdomain", Names::subdomainProblems);
        }
        pod.text("runtimeClassName")
                .ifPresent(name ->
                        Checks.form(pod, "name", "runtimeClassName", "name-subdomain", name, Names::subdomainProblems));
        for (String field : List.of("hostname", "subdomain")) {
            Checks.form(pod, "name", field, "name-label", Names::labelProblems);
        }
    }

    /// An empty policy is none (`ValidatePreemptionPolicy`).
    private static void preemption(Visit pod) {
        if ("".equals(pod.value("preemptionPolicy"))) {
            Checks.missing(pod, "preemptionPolicy");
        }
    }

    private static void hostnameOverride(Visit pod) {
        String field = "hostnameOverride";
        if (!pod.version().atLeast(OVERRIDE) || !(pod.value(field) instanceof String name)) {
            return;
        }
        Checks.form(pod, "name", field, "name-subdomain", name, Names::subdomainProblems);
        if (name.length() > LONGEST_HOSTNAME) {
            pod.error("name", field, "too-long", LONGEST_HOSTNAME).words(ServerWords.tooLong(LONGEST_HOSTNAME));
        }
        for (String other : List.of("setHostnameAsFQDN", "hostNetwork")) {
            if (pod.isTrue(other)) {
                pod.error("one-of", field, "hostname-override", other)
                        .words(ServerWords.forbidden("may not be specified when " + other + " is true"))
                        .fix(pod.removing(field), "fix.remove", pod.path().key(field));
            }
        }
    }

    private static void readinessGate(Visit gate) {
        Checks.form(
                gate,
                "label",
                "conditionType",
                "label-key",
                gate.textOrEmpty("conditionType"),
                Names::qualifiedNameProblems);
    }

    /// The API server names the gate and not its name.
    private static void schedulingGates(Visit pod) {
        Set<String> seen = new HashSet<>();
        for (Visit gate : pod.each("schedulingGates")) {
            String name = gate.textOrEmpty("name");
            Names.qualifiedNameProblems(name).stream()
                    .findFirst()
                    .ifPresent(problem -> gate.error("label", gate.path(), "label-key", Checks.shown(name), problem)
                            .words(ServerWords.invalid(name, problem)));
            if (!seen.add(name)) {
                gate.error(Checks.DUPLICATE, gate.path(), "duplicate-value", Checks.shown(name))
                        .words(ServerWords.duplicate(name));
            }
        }
    }

    private static void gatedNode(Visit pod) {
        boolean placed = !pod.textOrEmpty("nodeName").isEmpty();
        if (Pods.isPod(pod) && placed && !pod.each("schedulingGates").isEmpty()) {
            pod.error("scheduling-gate", "nodeName", "gated-node")
                    .words(ServerWords.forbidden("cannot be set until all schedulingGates have been cleared"))
                    .fix(pod.removing("nodeName"), "fix.remove", pod.path().key("nodeName"));
        }
    }
}
