package drydock.sim.kubectl.describe;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Containers of a Pod, or of a Pod template, whose containers have no status and stand one blank further in
/// (`describe.go describeContainers`).
final class ContainerLines {

    private final Lines lines;
    private final Optional<Pod> pod;

    private ContainerLines(Lines lines, Optional<Pod> pod) {
        this.lines = lines;
        this.pod = pod;
    }

    static void ofPod(Lines lines, String title, List<Container> containers, List<ContainerStatus> statuses, Pod pod) {
        new ContainerLines(lines, Optional.of(pod)).write("", title, containers, statuses);
    }

    static void ofTemplate(Lines lines, String title, List<Container> containers) {
        new ContainerLines(lines, Optional.empty()).write("  ", title, containers, List.of());
    }

    private void write(String space, String title, List<Container> containers, List<ContainerStatus> statuses) {
        lines.line(0, space + title + ":" + (containers.isEmpty() ? " " + Lines.NONE : ""));
        for (Container container : containers) {
            lines.line(1, (space.isEmpty() ? "" : " ") + container.getName() + ":");
            Optional<ContainerStatus> status = statuses.stream()
                    .filter(s -> Objects.equals(s.getName(), container.getName()))
                    .findFirst();
            image(container, status);
            ports(container);
            if (container.getSecurityContext() != null) {
                seccomp(lines, 2, 3, container.getSecurityContext().getSeccompProfile());
            }
            words("Command", container.getCommand());
            words("Args", container.getArgs());
            status.ifPresent(this::status);
            resources(lines, 2, container.getResources());
            lines.fieldIfAny(2, "Liveness", ProbeText.of(container.getLivenessProbe()));
            lines.fieldIfAny(2, "Readiness", ProbeText.of(container.getReadinessProbe()));
            lines.fieldIfAny(2, "Startup", ProbeText.of(container.getStartupProbe()));
            EnvironmentLines.of(lines, container, pod);
            mounts(container);
        }
    }

    private void image(Container container, Optional<ContainerStatus> status) {
        status.ifPresent(s -> lines.field(2, "Container ID", s.getContainerID()));
        lines.field(2, "Image", container.getImage());
        status.ifPresent(s -> lines.field(2, "Image ID", s.getImageID()));
    }

    private void ports(Container container) {
        List<ContainerPort> ports = container.getPorts();
        String plural = ports.size() > 1 ? "s" : "";
        lines.field(2, "Port" + plural, ports(ports, ContainerPort::getContainerPort));
        lines.field(2, "Host Port" + plural, ports(ports, ContainerPort::getHostPort));
    }

    private static String ports(List<ContainerPort> ports, Function<ContainerPort, @Nullable Integer> number) {
        String text = ports.stream()
                .map(port -> Objects.requireNonNullElse(number.apply(port), 0)
                        + "/" + Objects.requireNonNullElse(port.getProtocol(), "")
                        + (port.getName() == null || port.getName().isEmpty() ? "" : " (" + port.getName() + ")"))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? Lines.NONE : text;
    }

    static void seccomp(Lines lines, int level, int below, @Nullable SeccompProfile profile) {
        if (profile == null) {
            return;
        }
        lines.field(level, "SeccompProfile", profile.getType());
        if ("Localhost".equals(profile.getType())) {
            lines.field(below, "LocalhostProfile", profile.getLocalhostProfile());
        }
    }

    private void words(String title, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        lines.line(2, title + ":");
        words.stream().flatMap(word -> List.of(word.split("\n", -1)).stream()).forEach(line -> lines.line(3, line));
    }

    private void status(ContainerStatus status) {
        state("State", status.getState());
        if (status.getLastState() != null && status.getLastState().getTerminated() != null) {
            state("Last State", status.getLastState());
        }
        lines.field(2, "Ready", Boolean.TRUE.equals(status.getReady()) ? "True" : "False");
        lines.field(2, "Restart Count", Objects.requireNonNullElse(status.getRestartCount(), 0));
    }

    private void state(String title, @Nullable ContainerState state) {
        if (state != null && state.getRunning() != null) {
            lines.field(2, title, "Running");
            lines.field(3, "Started", Metadata.date(state.getRunning().getStartedAt()));
        } else if (state != null && state.getWaiting() == null && state.getTerminated() != null) {
            lines.field(2, title, "Terminated");
            terminated(state.getTerminated());
        } else {
            lines.field(2, title, "Waiting");
            if (state != null && state.getWaiting() != null) {
                lines.fieldIfAny(3, "Reason", state.getWaiting().getReason());
            }
        }
    }

    private void terminated(ContainerStateTerminated ended) {
        lines.fieldIfAny(3, "Reason", ended.getReason());
        lines.fieldIfAny(3, "Message", ended.getMessage());
        lines.field(3, "Exit Code", Objects.requireNonNullElse(ended.getExitCode(), 0));
        if (ended.getSignal() != null && ended.getSignal() > 0) {
            lines.field(3, "Signal", ended.getSignal());
        }
        lines.field(3, "Started", Metadata.date(ended.getStartedAt()));
        lines.field(3, "Finished", Metadata.date(ended.getFinishedAt()));
    }

    static void resources(Lines lines, int level, @Nullable ResourceRequirements resources) {
        if (resources != null) {
            amounts(lines, level, "Limits", resources.getLimits());
            amounts(lines, level, "Requests", resources.getRequests());
        }
    }

    private static void amounts(Lines lines, int level, String title, @Nullable Map<String, Quantity> amounts) {
        if (amounts == null || amounts.isEmpty()) {
            return;
        }
        lines.line(level, title + ":");
        new TreeMap<>(amounts).forEach((name, amount) -> lines.field(level + 1, name, Quantities.canonical(amount)));
    }

    private void mounts(Container container) {
        if (container.getVolumeMounts().isEmpty()) {
            lines.field(2, "Mounts", Lines.NONE);
        } else {
            lines.line(2, "Mounts:");
        }
        container.getVolumeMounts().stream()
                .sorted(Comparator.comparing(VolumeMount::getMountPath))
                .forEach(mount -> {
                    String path =
                            mount.getSubPath() == null || mount.getSubPath().isEmpty()
                                    ? ""
                                    : ",path=\"" + mount.getSubPath() + "\"";
                    String mode = Boolean.TRUE.equals(mount.getReadOnly()) ? "ro" : "rw";
                    lines.line(3, mount.getMountPath() + " from " + mount.getName() + " (" + mode + path + ")");
                });
        if (!container.getVolumeDevices().isEmpty()) {
            lines.line(2, "Devices:" + (container.getVolumeMounts().isEmpty() ? "\t" + Lines.NONE : ""));
            container.getVolumeDevices().stream()
                    .sorted(Comparator.comparing(device -> device.getDevicePath()))
                    .forEach(device -> lines.line(3, device.getDevicePath() + " from " + device.getName()));
        }
    }
}
