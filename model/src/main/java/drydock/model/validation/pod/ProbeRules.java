package drydock.model.validation.pod;

import static drydock.model.validation.Checks.notNegative;

import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// When probes ask, and how long hooks sleep (`pkg/apis/core/validation/validation.go validateProbe`,
/// `validateLivenessProbe`, `validateReadinessProbe`, `validateStartupProbe`, `validateSleepAction`).
final class ProbeRules {

    private static final String RULE = "probe";

    /// From this version on a hook may sleep for no time (gate PodLifecycleSleepActionAllowZero).
    private static final int SLEEP_OF_ZERO = 33;

    static final List<Rule> RULES = List.of(
            notNegative(
                    "Probe",
                    "initialDelaySeconds",
                    "timeoutSeconds",
                    "periodSeconds",
                    "successThreshold",
                    "failureThreshold"),
            Rule.of("PodSpec", ProbeRules::probes),
            Rule.of("PodSpec", ProbeRules::sleeps));

    private ProbeRules() {}

    /// Of the containers that may have probes; elsewhere the probe itself is refused.
    private static Stream<Visit> probed(Visit pod) {
        return Stream.concat(
                pod.each("containers").stream(),
                pod.each("initContainers").stream().filter(Pods::isSidecar));
    }

    private static void probes(Visit pod) {
        probed(pod).forEach(container -> {
            for (String kind : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
                if (container.has(kind)) {
                    probe(container.in(kind), kind);
                }
            }
        });
    }

    private static void probe(Visit probe, String kind) {
        boolean readiness = kind.equals("readinessProbe");
        long threshold = probe.number("successThreshold").orElse(1);
        if (!readiness && threshold != 1 && threshold != 0) {
            probe.error(RULE, "successThreshold", "probe-success-threshold")
                    .words(ServerWords.invalid(threshold, "must be 1"))
                    .fix(probe.setting("successThreshold", 1), "fix.set", at(probe, "successThreshold"), "1");
        }
        String grace = "terminationGracePeriodSeconds";
        if (probe.number(grace).isEmpty()) {
            return;
        }
        long seconds = probe.number(grace).getAsLong();
        if (readiness) {
            probe.error(RULE, grace, "probe-readiness-grace")
                    .words(ServerWords.invalid(seconds, "must not be set for readinessProbes"))
                    .fix(probe.removing(grace), "fix.remove", at(probe, grace));
        } else if (seconds <= 0) {
            Checks.notPositive(probe, grace, seconds, "must be greater than 0");
        }
    }

    private static Object at(Visit probe, String field) {
        return probe.path().key(field);
    }

    private static void sleeps(Visit pod) {
        long grace = Pods.gracePeriod(pod);
        boolean zero = pod.version().atLeast(SLEEP_OF_ZERO);
        probed(pod)
                .map(c -> c.in("lifecycle"))
                .flatMap(l -> Set.of("postStart", "preStop").stream().map(l::in))
                .filter(handler -> handler.has("sleep"))
                .forEach(handler -> sleep(handler, grace, zero));
    }

    private static void sleep(Visit handler, long grace, boolean zero) {
        long seconds = handler.in("sleep").number("seconds").orElse(0);
        if (seconds < 0 || (seconds == 0 && !zero) || seconds > grace) {
            String least = zero ? "non-negative" : "greater than 0";
            String hint = zero ? "" : ". Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.";
            handler.error(RULE, "sleep", "sleep", String.valueOf(grace))
                    .words(ServerWords.invalid(
                            seconds,
                            "must be " + least + " and less than terminationGracePeriodSeconds (" + grace + ")"
                                    + hint));
        }
    }
}
