package drydock.model.validation.project.running;

import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Objects;

/// A liveness probe that gives up before the readiness probe does: the container is killed when it should only get no
/// traffic for a while. Told only of probes that ask the same.
final class ProbeRules {

    static final List<Rule> RULES = List.of(Rule.of("Container", ProbeRules::check));

    private static final List<String> HANDLERS = List.of("httpGet", "tcpSocket", "exec", "grpc");

    private ProbeRules() {}

    private static void check(Visit container) {
        if (container.has("livenessProbe") && container.has("readinessProbe")) {
            Visit live = container.in("livenessProbe");
            Visit ready = container.in("readinessProbe");
            boolean sameQuestion = HANDLERS.stream().allMatch(h -> Objects.equals(live.value(h), ready.value(h)));
            if (sameQuestion) {
                check(container, live, ready);
            }
        }
    }

    private static void check(Visit container, Visit live, Visit ready) {
        long killed = number(live, "periodSeconds", 10) * number(live, "failureThreshold", 3);
        long stopped = number(ready, "periodSeconds", 10) * number(ready, "failureThreshold", 3);
        if (killed < stopped) {
            long period = Math.max(number(live, "periodSeconds", 10), 1);
            long threshold = Math.ceilDiv(stopped, period);
            live.warning(
                            "liveness-stricter",
                            "failureThreshold",
                            "liveness-stricter",
                            String.valueOf(killed),
                            String.valueOf(stopped))
                    .fix(
                            live.setting("failureThreshold", Math.toIntExact(threshold)),
                            "set-field",
                            "failureThreshold",
                            String.valueOf(threshold));
        } else if (number(live, "timeoutSeconds", 1) < number(ready, "timeoutSeconds", 1)) {
            long timeout = number(ready, "timeoutSeconds", 1);
            live.warning("liveness-stricter", "timeoutSeconds", "liveness-stricter.timeout", String.valueOf(timeout))
                    .fix(
                            live.setting("timeoutSeconds", Math.toIntExact(timeout)),
                            "set-field",
                            "timeoutSeconds",
                            String.valueOf(timeout));
        } else {
            early(container, live, ready, killed);
        }
    }

    /// Killed before readiness is even asked for the first time.
    private static void early(Visit container, Visit live, Visit ready, long killed) {
        long first = number(ready, "initialDelaySeconds", 0);
        long end = number(live, "initialDelaySeconds", 0) + killed;
        if (!container.has("startupProbe") && end <= first) {
            live.warning(
                            "liveness-stricter",
                            "initialDelaySeconds",
                            "liveness-stricter.early",
                            String.valueOf(end),
                            String.valueOf(first))
                    .fix(
                            live.setting("initialDelaySeconds", Math.toIntExact(first)),
                            "set-field",
                            "initialDelaySeconds",
                            String.valueOf(first));
        }
    }

    private static long number(Visit probe, String field, long standard) {
        long written = probe.number(field).orElse(standard);
        return written == 0 && standard > 0 ? standard : Math.clamp(written, 0, 1_000_000);
    }
}
