package drydock.model.validation.advice;

import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What containers may do to the node they run on (the Pod Security Standards).
final class SecurityAdvice {

    static final List<Rule> RULES = List.of(
            Rule.of("PodSpec", SecurityAdvice::root),
            Rule.of("PodSpec", SecurityAdvice::hostNamespaces),
            Rule.of("SecurityContext", SecurityAdvice::privileges),
            Rule.of("HostPathVolumeSource", SecurityAdvice::socket));

    private static final Pattern RUNTIME_SOCKET =
            Pattern.compile("(/var)?/run/(docker|containerd/containerd|crio/crio|cri-dockerd)\\.sock");

    private static final Set<String> HOST_NAMESPACES = Set.of("hostNetwork", "hostPID", "hostIPC");

    private SecurityAdvice() {}

    /// Told once for the Pod, at the first container of which it is true.
    private static void root(Visit spec) {
        boolean windows = spec.in("os").text("name").orElse("").equals("windows");
        Visit all = spec.in("securityContext");
        Stream.concat(spec.each("initContainers").stream(), spec.each("containers").stream())
                .filter(container -> !windows && mayBeRoot(all, container.in("securityContext")))
                .findFirst()
                .ifPresent(container -> container
                        .text("name")
                        .filter(name -> !name.isBlank())
                        .map(name -> container.advice("runs-as-root", "securityContext", "runs-as-root", name))
                        .orElseGet(() -> container.advice("runs-as-root", "securityContext", "runs-as-root.unnamed"))
                        .fix(all.setting("runAsNonRoot", true), "set-field", "runAsNonRoot", "true"));
    }

    private static boolean mayBeRoot(Visit all, Visit own) {
        boolean nonRoot = own.has("runAsNonRoot") ? own.isTrue("runAsNonRoot") : all.isTrue("runAsNonRoot");
        long user = own.number("runAsUser").orElse(all.number("runAsUser").orElse(0));
        return !nonRoot && user == 0;
    }

    private static void hostNamespaces(Visit spec) {
        HOST_NAMESPACES.stream()
                .sorted()
                .filter(spec::isTrue)
                .forEach(field -> spec.advice("host-namespace", field, "host-namespace", field)
                        .fix(spec.removing(field), "remove", field));
    }

    private static void privileges(Visit context) {
        if (context.isTrue("privileged")) {
            context.advice("privileged", "privileged", "privileged")
                    .fix(context.removing("privileged"), "remove", "privileged");
        } else if (context.isTrue("allowPrivilegeEscalation")) {
            context.advice("privilege-escalation", "allowPrivilegeEscalation", "privilege-escalation")
                    .fix(
                            context.setting("allowPrivilegeEscalation", false),
                            "set-field",
                            "allowPrivilegeEscalation",
                            "false");
        }
    }

    private static void socket(Visit volume) {
        volume.text("path")
                .filter(path -> RUNTIME_SOCKET.matcher(path).matches())
                .ifPresent(path -> volume.advice("runtime-socket", "path", "runtime-socket", path));
    }
}
