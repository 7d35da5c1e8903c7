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
                        .words(ServerWords.forbidden("when `pod.Spec.HostUsers` is false"));
            }
        });
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
