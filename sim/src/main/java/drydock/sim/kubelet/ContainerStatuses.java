package drydock.sim.kubelet;

import drydock.sim.kubelet.ContainerView.Exit;
import drydock.sim.kubelet.ContainerView.Run;
import drydock.sim.kubelet.ContainerView.Waiting;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.VolumeMountStatus;
import io.fabric8.kubernetes.api.model.VolumeMountStatusBuilder;
import java.util.Comparator;
import java.util.List;

/// The statuses of a Pod's containers as the API shows them (`pkg/kubelet/kubelet_pods.go`,
/// convertToAPIContainerStatuses).
final class ContainerStatuses {

    private ContainerStatuses() {}

    /// The main containers' statuses, by name.
    static List<ContainerStatus> main(Pod pod, PodView view) {
        return pod.getSpec().getContainers().stream()
                .map(c -> status(pod, c, false, view.of(c.getName())))
                .sorted(Comparator.comparing(ContainerStatus::getName))
                .toList();
    }

    /// The init containers' statuses, in the order they run.
    static List<ContainerStatus> init(Pod pod, PodView view) {
        return pod.getSpec().getInitContainers().stream()
                .map(c -> status(pod, c, true, view.of(c.getName())))
                .toList();
    }

    private static ContainerStatus status(Pod pod, Container container, boolean init, ContainerView view) {
        ContainerStatusBuilder status = new ContainerStatusBuilder()
                .withName(container.getName())
                .withImage(container.getImage())
                .withImageID("")
                .withRestartCount(0)
                .withResources(container.getResources())
                .withVolumeMounts(mounts(container));
        view.current()
                .or(view::previous)
                .ifPresent(run -> status.withContainerID(run.id())
                        .withImageID(run.imageId())
                        .withRestartCount(run.restarts()));
        boolean waits = view.waiting().isPresent() && RestartPolicies.restarts(pod, container, init, view);
        status.withState(state(pod, view, waits)).withLastState(lastState(view, waits));
        boolean sidecar = init && RestartPolicies.isSidecar(container);
        status.withReady((init && !sidecar) ? view.succeeded() : (view.running() && view.ready()));
        status.withStarted(view.running() && view.started());
        if (container.getResources() != null && container.getResources().getRequests() != null) {
            status.withAllocatedResources(container.getResources().getRequests());
        }
        return status.build();
    }

    private static ContainerState state(Pod pod, ContainerView view, boolean waits) {
        if (waits || view.current().isEmpty()) {
            String creating = pod.getSpec().getInitContainers().isEmpty() ? "ContainerCreating" : "PodInitializing";
            Waiting waiting = view.waiting().orElse(new Waiting(creating, ""));
            return new ContainerStateBuilder()
                    .withNewWaiting()
                    .withReason(waiting.reason())
                    .withMessage(waiting.message().isEmpty() ? null : waiting.message())
                    .endWaiting()
                    .build();
        }
        return state(view.current().get());
    }

    private static ContainerState lastState(ContainerView view, boolean waits) {
        return (waits ? view.current() : view.previous())
                .map(ContainerStatuses::state)
                .orElseGet(() -> new ContainerStateBuilder().build());
    }

    private static ContainerState state(Run run) {
        ContainerStateBuilder state = new ContainerStateBuilder();
        if (run.exit().isEmpty()) {
            return state.withNewRunning()
                    .withStartedAt(Times.format(run.startedAt()))
                    .endRunning()
                    .build();
        }
        Exit exit = run.exit().get();
        return state.withNewTerminated()
                .withContainerID(run.id())
                .withExitCode(exit.code())
                .withReason(exit.reason())
                .withMessage(exit.message().isEmpty() ? null : exit.message())
                .withStartedAt(Times.format(run.startedAt()))
                .withFinishedAt(Times.format(exit.at()))
                .endTerminated()
                .build();
    }

    private static List<VolumeMountStatus> mounts(Container container) {
        return container.getVolumeMounts().stream()
                .map(m -> new VolumeMountStatusBuilder()
                        .withName(m.getName())
                        .withMountPath(m.getMountPath())
                        .withReadOnly(m.getReadOnly())
                        .withRecursiveReadOnly(Boolean.TRUE.equals(m.getReadOnly()) ? "Disabled" : null)
                        .build())
                .toList();
    }
}
