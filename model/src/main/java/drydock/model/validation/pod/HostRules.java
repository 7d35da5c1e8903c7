package drydock.model.validation.pod;

import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;

/// What a Pod shares with its node (`pkg/apis/core/validation/validation.go validateHostUsers`,
/// `validatePodSpecSecurityContext`).
final class HostRules {

    private static final String RULE = "host-namespaces";

    /// From this version on the field is read at all (gate UserNamespacesSupport).
    private static final int OWN_USERS = 33;

    /// From this version on such Pods have no raw devices.
    private static final int DEVICES = 34;

    private static final String NO_HOST_USERS = "when `hostUsers` is false";
    private static final String NO_SUCH_USERS = "when `pod.Spec.HostUsers` is false";

    /// The fields, and how the API server calls them.
    private static final Map<String, String> NAMESPACES =
            Map.of("hostNetwork", "hostNetwork", "hostPID", "HostPID", "hostIPC", "HostIPC");

    static final List<Rule> RULES =
            List.of(Rule.of("PodSpec", HostRules::users), Rule.of("PodSpec", HostRules::processes));

    private HostRules() {}

    private static void users(Visit pod) {
        if (!Boolean.FALSE.equals(pod.value("hostUsers")) || !pod.version().atLeast(OWN_USERS)) {
            return;
        }
        NAMESPACES.forEach((field, called) -> {
            if (pod.isTrue(field)) {
                pod.errorCalled(
                                pod.path().key(called).toString(),
                                RULE,
                                pod.path().key(field),
                                "host-users",
                                field)
                        .words(ServerWords.forbidden(pod.version().atLeast(DEVICES) ? NO_HOST_USERS : NO_SUCH_USERS));
            }
        });
        devices(pod);
    }

    /// Raw devices belong to users of the node.
    private static void devices(Visit pod) {
        if (pod.version().atLeast(DEVICES)) {
            Pods.allContainers(pod)
                    .filter(c -> !c.each("volumeDevices").isEmpty())
                    .forEach(c -> c.error(RULE, "volumeDevices", "host-users", "volumeDevices")
                            .words(ServerWords.forbidden(NO_HOST_USERS)));
        }
    }

    private static void processes(Visit pod) {
        if (pod.isTrue("shareProcessNamespace") && pod.isTrue("hostPID")) {
            pod.errorCalled(
                            pod.path()
                                    .key("securityContext")
                                    .key("shareProcessNamespace")
                                    .toString(),
                            RULE,
                            pod.path().key("shareProcessNamespace"),
                            "share-processes")
                    .words(ServerWords.invalid(true, "ShareProcessNamespace and HostPID cannot both be enabled"));
        }
    }
}
