package drydock.model.validation.pod;

import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// What an operating system does not have (`pkg/apis/core/validation/validation.go validateOS`,
/// `validateLinux`, `validateWindows`).
final class OsRules {

    private static final String RULE = "pod-os";
    private static final List<String> KNOWN = List.of("linux", "windows");

    private static final List<String> NO_WINDOWS_POD =
            List.of("hostUsers", "hostPID", "hostIPC", "shareProcessNamespace");

    private static final List<String> NO_WINDOWS_POD_CONTEXT = List.of(
            "appArmorProfile",
            "seLinuxOptions",
            "seccompProfile",
            "fsGroup",
            "fsGroupChangePolicy",
            "sysctls",
            "runAsUser",
            "runAsGroup",
            "supplementalGroups",
            "supplementalGroupsPolicy",
            "seLinuxChangePolicy");

    private static final List<String> NO_WINDOWS_CONTEXT = List.of(
            "appArmorProfile",
            "seLinuxOptions",
            "seccompProfile",
            "capabilities",
            "readOnlyRootFilesystem",
            "privileged",
            "allowPrivilegeEscalation",
            "procMount",
            "runAsUser",
            "runAsGroup");

    static final List<Rule> RULES = List.of(Rule.of("PodSpec", OsRules::system));

    private OsRules() {}

    private static void system(Visit pod) {
        String name = pod.in("os").textOrEmpty("name");
        if (!name.isEmpty() && !KNOWN.contains(name)) {
            pod.errorCalled(
                            pod.path().key("os").toString(),
                            "unsupported-value",
                            pod.path().key("os").key("name"),
                            "unsupported-value",
                            Checks.shown(name),
                            String.join(", ", KNOWN))
                    .words(ServerWords.unsupportedOf(name, KNOWN));
        }
        switch (name) {
            case "linux" -> {
                linux(pod.in("securityContext"));
                Pods.allContainers(pod).forEach(c -> linux(c.in("securityContext")));
            }
            case "windows" -> {
                NO_WINDOWS_POD.forEach(field -> windows(pod, field));
                NO_WINDOWS_POD_CONTEXT.forEach(field -> windows(pod.in("securityContext"), field));
                Pods.allContainers(pod)
                        .map(c -> c.in("securityContext"))
                        .forEach(c -> NO_WINDOWS_CONTEXT.forEach(field -> windows(c, field)));
            }
            default -> {
                // no system is named
            }
        }
    }

    private static void linux(Visit context) {
        if (context.has("windowsOptions")) {
            told(context, "windowsOptions", "linux", "windows options cannot be set for a linux pod");
        }
    }

    /// The flags that are false count as not there.
    private static void windows(Visit visit, String field) {
        boolean flag = field.equals("hostPID") || field.equals("hostIPC");
        boolean empty = field.equals("sysctls") && visit.each(field).isEmpty();
        if (visit.has(field) && !empty && (!flag || visit.isTrue(field))) {
            told(visit, field, "windows", "cannot be set for a windows pod");
        }
    }

    private static void told(Visit visit, String field, String system, String words) {
        visit.error(RULE, field, "os-without", field, system)
                .words(ServerWords.forbidden(words))
                .fix(visit.removing(field), "fix.remove", visit.path().key(field));
    }
}
