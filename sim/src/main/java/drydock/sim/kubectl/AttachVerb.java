package drydock.sim.kubectl;

import drydock.model.cluster.ContainerAccess.LogWish;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `attach POD [-c CONTAINER]`: what a container writes from now on, until it ends
/// (`kubectl/pkg/cmd/attach/attach.go`). The console types nothing in.
final class AttachVerb implements Verb {

    private static final LogWish FROM_NOW = new LogWish(false, true, OptionalInt.of(0), Optional.empty(), false);

    @Override
    public List<Flag> flags() {
        return PodContainers.FLAGS;
    }

    @Override
    public List<String> usage() {
        return List.of("attach (POD | TYPE/NAME) [-c CONTAINER]");
    }

    @Override
    public void run(Invocation command) {
        List<String> words = command.arguments().words();
        if (words.isEmpty()) {
            throw new CommandFailure("error: at least 1 argument is required for attach");
        }
        if (words.size() > 2) {
            throw new CommandFailure("error: expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) saw "
                    + words.size() + ": [" + String.join(" ", words) + "]");
        }
        Pod pod = PodContainers.pod(command, String.join("/", words));
        if (PodContainers.isOver(pod)) {
            throw new CommandFailure("error: cannot attach a container in a completed pod; current phase is "
                    + pod.getStatus().getPhase());
        }
        String container = PodContainers.container(
                command,
                pod,
                command.arguments().flag("--container"),
                "error: cannot attach to the container: container %s not found in pod %s");
        if (!command.arguments().isOn("--quiet")) {
            AttachedRun.warn(command);
        }
        ResourceId id = ResourceId.of(pod);
        if (!isRunning(pod, container)) {
            throw new CommandFailure("error: unable to upgrade connection: container " + container
                    + " not found in pod " + id.name() + "_" + id.namespace());
        }
        command.held(PodContainers.access(command)
                .log(id, container, FROM_NOW, command.out(), _ -> command.done().accept(0)));
    }

    private static boolean isRunning(Pod pod, String container) {
        return PodContainers.statuses(pod)
                .filter(status -> status.getName().equals(container))
                .map(ContainerStatus::getState)
                .anyMatch(state -> state != null && state.getRunning() != null);
    }
}
