package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The baseline security standard: what is known to lead out of a container
/// (`pod-security-admission/policy/check_*.go`).
final class BaselineStandard {

    private static final Set<String> CAPABILITIES = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private final PodSpec spec;
    private final SecuredContainers containers;

    BaselineStandard(Pod pod) {
        spec = pod.getSpec();
        containers = SecuredContainers.of(pod);
    }

    /// What is wrong, in the order in which the server looks.
    List<String> violations() {
        return Stream.of(
                        capabilities(),
                        hostNamespaces(),
                        hostPaths(),
                        hostPorts(),
                        privileged(),
                        procMount(),
                        seccomp())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> capabilities() {
        TreeSet<String> added = new TreeSet<>();
        List<Container> adding = containers.all().stream()
                .filter(c -> added.addAll(more(SecuredContainers.context(c)))
                        || !more(SecuredContainers.context(c)).isEmpty())
                .toList();
        return SecuredContainers.violation(
                "non-default capabilities",
                adding,
                "",
                "must not include " + SecuredContainers.quoted(added) + " in securityContext.capabilities.add");
    }

    private static List<String> more(SecurityContext context) {
        return context.getCapabilities() == null
                ? List.of()
                : context.getCapabilities().getAdd().stream()
                        .filter(c -> !CAPABILITIES.contains(c))
                        .toList();
    }

    private Optional<String> hostNamespaces() {
        List<String> shared = new ArrayList<>();
        if (Boolean.TRUE.equals(spec.getHostNetwork())) {
            shared.add("hostNetwork=true");
        }
        if (Boolean.TRUE.equals(spec.getHostPID())) {
            shared.add("hostPID=true");
        }
        if (Boolean.TRUE.equals(spec.getHostIPC())) {
            shared.add("hostIPC=true");
        }
        return shared.isEmpty() ? Optional.empty() : Optional.of("host namespaces (" + String.join(", ", shared) + ")");
    }

    private Optional<String> hostPaths() {
        List<String> volumes = spec.getVolumes().stream()
                .filter(v -> v.getHostPath() != null)
                .map(Volume::getName)
                .toList();
        return volumes.isEmpty()
                ? Optional.empty()
                : Optional.of("hostPath volumes (" + SecuredContainers.named("volume", volumes) + ")");
    }

    private Optional<String> hostPorts() {
        List<Container> using =
                containers.all().stream().filter(c -> !hostPorts(c).isEmpty()).toList();
        List<Integer> ports = using.stream()
                .flatMap(c -> hostPorts(c).stream())
                .distinct()
                .sorted()
                .toList();
        return SecuredContainers.violation(
                "hostPort",
                using,
                "",
                (using.size() == 1 ? "uses " : "use ")
                        + (ports.size() == 1 ? "hostPort " : "hostPorts ")
                        + ports.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static List<Integer> hostPorts(Container container) {
        return container.getPorts().stream()
                .map(ContainerPort::getHostPort)
                .filter(port -> port != null && port != 0)
                .toList();
    }

    private Optional<String> privileged() {
        return SecuredContainers.violation(
                "privileged",
                containers.where(c -> Boolean.TRUE.equals(c.getPrivileged())),
                "",
                "must not set securityContext.privileged=true");
    }

    private Optional<String> procMount() {
        return SecuredContainers.violation(
                "procMount",
                containers.where(
                        c -> c.getProcMount() != null && !c.getProcMount().equals("Default")),
                "",
                "must not set securityContext.procMount to \"Unmasked\"");
    }

    private Optional<String> seccomp() {
        return SecuredContainers.violation(
                "seccompProfile",
                containers.where(c -> c.getSeccompProfile() != null
                        && "Unconfined".equals(c.getSeccompProfile().getType())),
                "",
                "must not set securityContext.seccompProfile.type to \"Unconfined\"");
    }
}
