package drydock.sim.kubelet;

import drydock.model.resource.EphemeralContainers;
import drydock.sim.kubelet.ContainerView.Exit;
import drydock.sim.kubelet.ContainerView.Run;
import drydock.sim.kubelet.ContainerView.Waiting;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The statuses of a Pod's containers as the API shows them (`pkg/kubelet/kubelet_pods.go`,
/// convertToAPIContainerStatuses).
final class ContainerStatuses {

    private ContainerStatuses() {}

    /// The main containers' statuses, by name.
    static List<ContainerStatus> main(Pod pod, PodView view) {
        List<ContainerStatus> statuses =
                new ArrayList<>(pod.getSpec().getContainers().size());
        for (Container container : pod.getSpec().getContainers()) {
            statuses.add(status(pod, container, false, view.of(container.getName()), view.resize()));
        }
        statuses.sort(Comparator.comparing(ContainerStatus::getName));
        return statuses;
    }

    /// The init containers' statuses, in the order they run.
    static List<ContainerStatus> init(Pod pod, PodView view) {
        return pod.getSpec().getInitContainers().stream()
                .map(c -> status(pod, c, true, view.of(c.getName()), view.resize()))
                .toList();
    }

    /// The ephemeral containers' statuses, by name: they are never ready.
    static List<ContainerStatus> ephemeral(Pod pod, PodView view) {
        return EphemeralContainers.of(pod.getSpec()).stream()
                .map(c -> {
                    ContainerStatus status = status(pod, c, false, view.of(c.getName()), view.resize());
                    status.setReady(false);
                    status.setStarted(null);
                    return status;
                })
                .sorted(Comparator.comparing(ContainerStatus::getName))
                .toList();
    }

    private static ContainerStatus status(
            Pod pod, Container container, boolean init, ContainerView view, ResizeView resize) {
        ContainerStatus status = new ContainerStatus();
        status.setName(container.getName());
        status.setImage(container.getImage());
        status.setImageID("");
        status.setRestartCount(0);
        status.setResources(container.getResources() == null ? null : resize.actual(container));
        status.setVolumeMounts(mounts(container));
        status.setAllocatedResourcesStatus(List.of());
        view.current().or(view::previous).ifPresent(run -> {
            status.setContainerID(run.id());
            status.setImageID(run.imageId());
            status.setRestartCount(run.restarts());
        });
        boolean waits = view.waiting().isPresent() && RestartPolicies.restarts(pod, container, init, view);
        status.setState(state(pod, view, waits));
        status.setLastState(lastState(view, waits));
        boolean sidecar = init && RestartPolicies.isSidecar(container);
        status.setReady((init && !sidecar) ? view.succeeded() : (view.running() && view.ready()));
        status.setStarted(view.running() && view.started());
        if (container.getResources() != null && container.getResources().getRequests() != null) {
            status.setAllocatedResources(resize.allocated(container).getRequests());
        }
        return status;
    }

    private static ContainerState state(Pod pod, ContainerView view, boolean waits) {
        if (waits || view.current().isEmpty()) {
            String creating = pod.getSpec().getInitContainers().isEmpty() ? "ContainerCreating" : "PodInitializing";
            Waiting waiting = view.waiting().orElse(new Waiting(creating, ""));
            ContainerState state = new ContainerState();
            state.setWaiting(new ContainerStateWaiting(textOrNull(waiting.message()), waiting.reason()));
            return state;
        }
        return state(view.current().get());
    }

    private static ContainerState lastState(ContainerView view, boolean waits) {
        return (waits ? view.current() : view.previous())
                .map(ContainerStatuses::state)
                .orElseGet(ContainerState::new);
    }

    private static ContainerState state(Run run) {
        ContainerState state = new ContainerState();
        if (run.exit().isEmpty()) {
            state.setRunning(new ContainerStateRunning(Times.format(run.startedAt())));
            return state;
        }
        Exit exit = run.exit().get();
        ContainerStateTerminated terminated = new ContainerStateTerminated();
        terminated.setContainerID(run.id());
        terminated.setExitCode(exit.code());
        terminated.setReason(exit.reason());
        terminated.setMessage(textOrNull(exit.message()));
        terminated.setStartedAt(Times.format(run.startedAt()));
        terminated.setFinishedAt(Times.format(exit.at()));
        state.setTerminated(terminated);
        return state;
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<VolumeMountStatus> mounts(Container container) {
        List<VolumeMountStatus> mounts =
                new ArrayList<>(container.getVolumeMounts().size());
        for (VolumeMount mount : container.getVolumeMounts()) {
            String recursive = Boolean.TRUE.equals(mount.getReadOnly()) ? "Disabled" : null;
            mounts.add(
                    new VolumeMountStatus(mount.getMountPath(), mount.getName(), mount.getReadOnly(), recursive, null));
        }
        return mounts;
    }
}
