package drydock.sim.kubectl;

import drydock.sim.kubectl.text.Ages;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// READY, STATUS and RESTARTS of a Pod (`pkg/printers/internalversion/printers.go printPod`).
final class PodColumns {

    private final Pod pod;
    private String status;
    private int ready;
    private int restarts;
    private @Nullable String lastRestart;

    private PodColumns(Pod pod) {
        this.pod = pod;
        String phase = Objects.requireNonNullElse(pod.getStatus().getPhase(), "Unknown");
        status = Objects.requireNonNullElse(pod.getStatus().getReason(), phase);
    }

    /// READY, STATUS, RESTARTS.
    static List<String> of(Pod pod, Instant now) {
        PodColumns columns = new PodColumns(pod);
        if (!columns.readInitContainers()) {
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
        return List.of(columns.ready + "/" + pod.getSpec().getContainers().size(), columns.status, restarts);
    }

    /// Whether an init container is still to finish.
    private boolean readInitContainers() {
        List<ContainerStatus> all = pod.getStatus().getInitContainerStatuses();
        for (int i = 0; i < all.size(); i++) {
            ContainerState state = all.get(i).getState();
            restarts += all.get(i).getRestartCount();
            if (state.getTerminated() != null && state.getTerminated().getExitCode() == 0) {
                continue;
            }
            String waiting =
                    state.getWaiting() == null ? null : state.getWaiting().getReason();
            if (state.getTerminated() != null) {
                status = "Init:" + ending(state.getTerminated());
            } else if (waiting != null && !waiting.equals("PodInitializing")) {
                status = "Init:" + waiting;
            } else {
                status = "Init:" + i + "/" + all.size();
            }
            return true;
        }
        restarts = 0;
        return false;
    }

    private void readContainers() {
        boolean running = false;
        for (ContainerStatus container : pod.getStatus().getContainerStatuses().reversed()) {
            restarts += container.getRestartCount();
            ContainerState state = container.getState();
            if (container.getLastState() != null && container.getLastState().getTerminated() != null) {
                String finished = container.getLastState().getTerminated().getFinishedAt();
                lastRestart = lastRestart == null || lastRestart.compareTo(finished) < 0 ? finished : lastRestart;
            }
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
            boolean podReady = pod.getStatus().getConditions().stream()
                    .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
            status = podReady ? "Running" : "NotReady";
        }
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
