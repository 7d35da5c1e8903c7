package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import org.jspecify.annotations.Nullable;

/// What a probe does not say (`pkg/apis/core/v1/defaults.go SetDefaults_Probe`).
final class ProbeDefaults {

    private ProbeDefaults() {}

    static void fill(@Nullable Probe probe) {
        if (probe == null) {
            return;
        }
        probe.setTimeoutSeconds(orElse(probe.getTimeoutSeconds(), 1));
        probe.setPeriodSeconds(orElse(probe.getPeriodSeconds(), 10));
        probe.setSuccessThreshold(orElse(probe.getSuccessThreshold(), 1));
        probe.setFailureThreshold(orElse(probe.getFailureThreshold(), 3));
        HTTPGetAction get = probe.getHttpGet();
        if (get != null) {
            if (PodDefaults.isEmpty(get.getPath())) {
                get.setPath("/");
            }
            if (PodDefaults.isEmpty(get.getScheme())) {
                get.setScheme("HTTP");
            }
        }
    }

    /// 0 says nothing, as in Go.
    private static int orElse(@Nullable Integer given, int otherwise) {
        return given == null || given == 0 ? otherwise : given;
    }
}
