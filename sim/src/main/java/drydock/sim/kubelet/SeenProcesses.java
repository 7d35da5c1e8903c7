package drydock.sim.kubelet;

import drydock.sim.container.ProcessTable;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import java.util.Objects;
import java.util.Optional;

/// Whose processes a container sees beside its own (`pkg/kubelet/util PidNamespaceForPod`): those of all containers of
/// its Pod, where they are shared; those of the container that it targets, if it is an ephemeral one; else nobody's.
final class SeenProcesses {

    private final PodWorker worker;

    SeenProcesses(PodWorker worker) {
        this.worker = worker;
    }

    /// The table that a run of `container` which begins now is numbered in.
    ProcessTable of(Container container) {
        if (Boolean.TRUE.equals(worker.pod().getSpec().getShareProcessNamespace())) {
            return worker.runtime().shared();
        }
        return target(container)
                .flatMap(worker.runtime()::container)
                .map(drydock.sim.container.Container::processes)
                .orElseGet(ProcessTable::new);
    }

    /// Refuses a target that was never started (`kuberuntime_container.go getTargetID`).
    void check(Container container) throws Environment.MissingException {
        Optional<String> target = target(container);
        if (target.isPresent() && worker.runtime().current(target.get()).isEmpty()) {
            throw new Environment.MissingException("unable to find target container " + target.get());
        }
    }

    /// Why the processes of the target cannot be seen, in the runtime's words; empty if they can.
    Optional<String> unusable(Container container) {
        return target(container)
                .flatMap(worker.runtime()::current)
                .filter(run -> !run.running())
                .map(run -> run.view().id().replace("containerd://", ""))
                .map(id -> "failed to generate container spec: failed to generate spec: invalid target container:"
                        + " container \"" + id + "\" is not running - in state CONTAINER_EXITED");
    }

    private Optional<String> target(Container container) {
        return worker.pod().getSpec().getEphemeralContainers().stream()
                .filter(ephemeral -> Objects.equals(ephemeral.getName(), container.getName()))
                .map(EphemeralContainer::getTargetContainerName)
                .filter(name -> name != null && !name.isEmpty())
                .findFirst();
    }
}
