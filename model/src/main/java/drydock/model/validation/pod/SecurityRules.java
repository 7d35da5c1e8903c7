package drydock.model.validation.pod;

import static drydock.model.validation.Checks.within;

import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// As whom a Pod and its containers run (`pkg/apis/core/validation/validation.go
/// validatePodSpecSecurityContext`, `ValidateSecurityContext`, `validateSysctls`).
final class SecurityRules {

    private static final String RULE = "security-context";
    private static final long LARGEST_ID = Integer.MAX_VALUE;
    private static final int LONGEST_SYSCTL = 253;
    private static final Pattern SYSCTL =
            Pattern.compile("([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?");
    private static final String SYSCTL_WORDS = "must have at most 253 characters and match regex "
            + "^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$";

    /// From this version on (gate ProcMountType) the kind of /proc is read at all.
    private static final int PROC_MOUNT = 33;

    static final List<Rule> RULES = List.of(
            within("SecurityContext", "runAsUser", 0, LARGEST_ID),
            within("SecurityContext", "runAsGroup", 0, LARGEST_ID),
            within("PodSecurityContext", "runAsUser", 0, LARGEST_ID),
            within("PodSecurityContext", "runAsGroup", 0, LARGEST_ID),
            within("PodSecurityContext", "fsGroup", 0, LARGEST_ID),
            Rule.of("PodSecurityContext", SecurityRules::groups),
            Rule.of("PodSecurityContext", SecurityRules::sysctls),
            Rule.of("PodSpec", SecurityRules::sysctlsOfHost),
            Rule.of("PodSecurityContext", SecurityRules::labelling),
            Rule.of("SecurityContext", SecurityRules::escalation),
            Rule.of("PodSpec", SecurityRules::procMounts));

    private SecurityRules() {}

    private static void groups(Visit context) {
        if (!(context.value("supplementalGroups") instanceof List<?> groups)) {
            return;
        }
        for (int i = 0; i < groups.size(); i++) {
            boolean outside = groups.get(i) instanceof Number n && (n.longValue() < 0 || n.longValue() > LARGEST_ID);
            if (outside) {
                context.error(
                                Checks.NUMBER_RANGE,
                                context.path().key("supplementalGroups").index(i),
                                "number-range",
                                groups.get(i),
                                "0",
                                String.valueOf(LARGEST_ID))
                        .words(ServerWords.invalid(
                                groups.get(i), "must be between 0 and " + LARGEST_ID + ", inclusive"));
            }
        }
    }

    private static void sysctls(Visit context) {
        Set<String> seen = new HashSet<>();
        for (Visit sysctl : context.each("sysctls")) {
            String name = sysctl.textOrEmpty("name");
            if (name.isEmpty()) {
                continue;
            }
            if (name.length() > LONGEST_SYSCTL || !SYSCTL.matcher(name).matches()) {
                sysctl.error("sysctl", "name", "sysctl", Checks.shown(name))
                        .words(ServerWords.invalid(name, SYSCTL_WORDS));
            } else if (!seen.add(name)) {
                Checks.duplicate(sysctl, "name", name);
            }
        }
    }

    /// Parameters of a namespace that is the node's own (`ValidateHostSysctl`,
    /// `component-helpers/node/util/sysctl/namespace.go`).
    private static void sysctlsOfHost(Visit pod) {
        for (Visit sysctl : pod.in("securityContext").each("sysctls")) {
            String name = sysctl.textOrEmpty("name");
            String dotted = name.replace('/', '.');
            boolean ofNetwork = dotted.startsWith("net.");
            boolean ofProcesses = dotted.equals("kernel.sem")
                    || dotted.startsWith("kernel.shm")
                    || dotted.startsWith("kernel.msg")
                    || dotted.startsWith("fs.mqueue.");
            if (ofNetwork && pod.isTrue("hostNetwork")) {
                ofHost(sysctl, name, "hostNetwork");
            } else if (ofProcesses && pod.isTrue("hostIPC")) {
                ofHost(sysctl, name, "hostIPC");
            }
        }
    }

    private static void ofHost(Visit sysctl, String name, String field) {
        sysctl.error("sysctl", "name", "sysctl-of-host", name, field)
                .words(ServerWords.invalid(name, "may not be specified when '" + field + "' is true"));
    }

    /// The other value, MountOption, is behind a gate that is off (`validateSELinuxChangePolicy`; gates
    /// SELinuxChangePolicy, SELinuxMount).
    private static void labelling(Visit context) {
        List<String> policies = List.of("Recursive");
        String field = "seLinuxChangePolicy";
        if (context.version().atLeast(33)
                && context.value(field) instanceof String policy
                && !policies.contains(policy)) {
            RestartRules.unsupported(context, field, policy, policies);
        }
    }

    /// What forbids more rights and gives them.
    private static void escalation(Visit context) {
        if (!Boolean.FALSE.equals(context.value("allowPrivilegeEscalation"))) {
            return;
        }
        if (context.isTrue("privileged")) {
            context.error(RULE, context.path(), "escalation-privileged")
                    .words(ServerWords.invalidRaw(
                            json(context), "cannot set `allowPrivilegeEscalation` to false and `privileged` to true"))
                    .fix(
                            context.removing("allowPrivilegeEscalation"),
                            "fix.remove",
                            context.path().key("allowPrivilegeEscalation"));
        }
        if (context.in("capabilities").list("add").contains("CAP_SYS_ADMIN")) {
            context.error(RULE, context.path(), "escalation-admin")
                    .words(ServerWords.invalidRaw(
                            json(context),
                            "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN"));
        }
    }

    /// As the API server's own type is written, of what commonly is there.
    private static String json(Visit context) {
        List<String> added = context.in("capabilities").list("add");
        String capabilities =
                added.isEmpty() ? "null" : "{\"Add\":[\"" + String.join("\",\"", added) + "\"],\"Drop\":null}";
        return "{\"Capabilities\":" + capabilities + ",\"Privileged\":" + context.value("privileged")
                + ",\"SELinuxOptions\":null,\"WindowsOptions\":null,\"RunAsUser\":" + context.value("runAsUser")
                + ",\"RunAsGroup\":" + context.value("runAsGroup") + ",\"RunAsNonRoot\":"
                + context.value("runAsNonRoot") + ",\"ReadOnlyRootFilesystem\":"
                + context.value("readOnlyRootFilesystem")
                + ",\"AllowPrivilegeEscalation\":false,\"ProcMount\":null,\"SeccompProfile\":null,"
                + "\"AppArmorProfile\":null}";
    }

    private static void procMounts(Visit pod) {
        boolean hostUsers = !Boolean.FALSE.equals(pod.value("hostUsers"));
        if (!hostUsers || !pod.version().atLeast(PROC_MOUNT)) {
            return;
        }
        Pods.allContainers(pod)
                .map(c -> c.in("securityContext"))
                .filter(c -> c.textOrEmpty("procMount").equals("Unmasked"))
                .forEach(c -> c.error(RULE, "procMount", "proc-mount-users")
                        .words(ServerWords.invalid("Unmasked", "`hostUsers` must be false to use `Unmasked`")));
    }
}
