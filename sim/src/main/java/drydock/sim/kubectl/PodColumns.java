package drydock.sim.kubectl;

import drydock.sim.kubectl.text.Ages;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// READY, STATUS and RESTARTS of a Pod (`pkg/printers/internalversion/printers.go printPod`).
final class PodColumns {

    private final Pod pod;
    private String status;
    private int ready;
    private int total;
    private int restarts;
    private int sidecarRestarts;
    private @Nullable String lastRestart;
    private @Nullable String lastSidecarRestart;

    private PodColumns(Pod pod) {
        this.pod = pod;
        total = pod.getSpec().getContainers().size()
                + (int) pod.getSpec().getInitContainers().stream()
                        .filter(PodColumns::isSidecar)
                        .count();
        String phase = Objects.requireNonNullElse(pod.getStatus().getPhase(), "Unknown");
        status = Objects.requireNonNullElse(pod.getStatus().getReason(), phase);
        if (has("PodScheduled", c -> "SchedulingGated".equals(c.getReason()))) {
            status = "SchedulingGated";
        }
    }

    /// `1/2`: how many of the readiness gates are open.
    static String gates(Pod pod) {
        List<PodReadinessGate> gates = pod.getSpec().getReadinessGates();
        if (gates.isEmpty()) {
            return "<none>";
        }
        PodColumns columns = new PodColumns(pod);
        long open = gates.stream()
                .filter(gate -> columns.has(gate.getConditionType(), c -> "True".equals(c.getStatus())))
                .count();
        return open + "/" + gates.size();
    }

    /// READY, STATUS, RESTARTS.
    static List<String> of(Pod pod, Instant now) {
        PodColumns columns = new PodColumns(pod);
        if (!columns.readInitContainers() || columns.has("Initialized", c -> "True".equals(c.getStatus()))) {
            columns.readContainers();
        }
        if (pod.getMetadata().getDeletionTimestamp() != null) {
            boolean over =
                    List.of("Succeeded", "Failed").contains(pod.getStatus().getPhase());
            columns.status =
                    "NodeLost".equals(pod.getStatus().getReason()) ? "Unknown" : over ? columns.status : "Terminating";
        }
        String restarts = columns.lastRestart == null || columns.restarts == 0
                ? Integer.toString(columns.restarts)
                : columns.restarts + " (" + Ages.since(columns.lastRestart, now) + " ago)";
        return List.of(columns.ready + "/" + columns.total, columns.status, restarts);
    }

    /// Whether an init container is still to finish, or a sidecar to start.
    private boolean readInitContainers() {
        Map<String, Container> sidecars = new HashMap<>();
        pod.getSpec().getInitContainers().stream()
                .filter(PodColumns::isSidecar)
                .forEach(container -> sidecars.put(container.getName(), container));
        List<ContainerStatus> all = pod.getStatus().getInitContainerStatuses();
        for (int i = 0; i < all.size(); i++) {
            ContainerStatus container = all.get(i);
            ContainerState state = container.getState();
            boolean sidecar = sidecars.containsKey(container.getName());
            restarts += container.getRestartCount();
            lastRestart = later(lastRestart, container);
            if (sidecar) {
                sidecarRestarts += container.getRestartCount();
                lastSidecarRestart = later(lastSidecarRestart, container);
            }
            if (state.getTerminated() != null && state.getTerminated().getExitCode() == 0) {
                continue;
            }
            if (sidecar && Boolean.TRUE.equals(container.getStarted())) {
                ready += Boolean.TRUE.equals(container.getReady()) ? 1 : 0;
                continue;
            }
            String waiting =
                    state.getWaiting() == null ? null : state.getWaiting().getReason();
            if (state.getTerminated() != null) {
                status = "Init:" + ending(state.getTerminated());
            } else if (waiting != null && !waiting.equals("PodInitializing")) {
                status = "Init:" + waiting;
            } else {
                status = "Init:" + i + "/" + pod.getSpec().getInitContainers().size();
            }
            return true;
        }
        return false;
    }

    private void readContainers() {
        restarts = sidecarRestarts;
        lastRestart = lastSidecarRestart;
        boolean running = false;
        for (ContainerStatus container : pod.getStatus().getContainerStatuses().reversed()) {
            restarts += container.getRestartCount();
            lastRestart = later(lastRestart, container);
            ContainerState state = container.getState();
            if (state.getWaiting() != null && state.getWaiting().getReason() != null) {
                status = state.getWaiting().getReason();
            } else if (state.getTerminated() != null) {
                status = ending(state.getTerminated());
            } else if (state.getRunning() != null && Boolean.TRUE.equals(container.getReady())) {
                running = true;
                ready++;
            }
        }
        if (status.equals("Completed") && running) {
            status = has("Ready", c -> "True".equals(c.getStatus())) ? "Running" : "NotReady";
        }
    }

    private boolean has(String type, Predicate<PodCondition> wanted) {
        return pod.getStatus().getConditions().stream().anyMatch(c -> type.equals(c.getType()) && wanted.test(c));
    }

    private static boolean isSidecar(Container container) {
        return "Always".equals(container.getRestartPolicy());
    }

    private static @Nullable String later(@Nullable String last, ContainerStatus container) {
        if (container.getLastState() == null || container.getLastState().getTerminated() == null) {
            return last;
        }
        String finished = container.getLastState().getTerminated().getFinishedAt();
        return last == null || (finished != null && last.compareTo(finished) < 0) ? finished : last;
    }

    private static String ending(ContainerStateTerminated ended) {
        if (ended.getReason() != null && !ended.getReason().isEmpty()) {
            return ended.getReason();
        }
        return ended.getSignal() != null && ended.getSignal() != 0
                ? "Signal:" + ended.getSignal()
                : "ExitCode:" + ended.getExitCode();
    }
}
