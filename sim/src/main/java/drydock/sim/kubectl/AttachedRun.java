package drydock.sim.kubectl;

import drydock.model.cluster.ContainerAccess.LogWish;
import drydock.model.cluster.Deletion;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// `run -i` and `run --rm -i`: the command shows what its Pod writes, and ends as the Pod does
/// (`kubectl/pkg/cmd/run/run.go`). Nothing is typed in, so that what reads its input meets the end of it at once.
final class AttachedRun {

    private static final LogWish WHOLE = new LogWish(false, true, OptionalInt.empty(), Optional.empty(), false);

    private final Invocation command;
    private final ResourceId id;
    private final String container;
    private final boolean restarts;

    AttachedRun(Invocation command, HasMetadata created) {
        Pod pod = (Pod) created;
        this.command = command;
        this.id = ResourceId.of(pod);
        this.container = pod.getSpec().getContainers().getFirst().getName();
        this.restarts = "Always".equals(pod.getSpec().getRestartPolicy());
    }

    void begin() {
        if (!command.arguments().isOn("--quiet")) {
            warn(command);
        }
        untilPhase(List.of("Running", "Succeeded", "Failed"), () -> {
            endInput();
            command.held(PodContainers.access(command).log(id, container, WHOLE, command.out(), _ -> {
                if (restarts) {
                    ended(0);
                } else {
                    untilPhase(List.of("Succeeded", "Failed"), this::judge);
                }
            }));
        });
    }

    /// Nothing is typed: whoever is attached to it first leaves at once.
    private void endInput() {
        boolean runs = command.cluster().get(id).map(Pod.class::cast).stream()
                .flatMap(PodContainers::statuses)
                .anyMatch(status ->
                        status.getName().equals(container) && status.getState().getRunning() != null);
        if (runs && command.arguments().isOn("--stdin")) {
            PodContainers.access(command)
                    .attach(id, container, _ -> {}, _ -> {})
                    .close();
        }
    }

    /// What is said before one is attached.
    static void warn(Invocation command) {
        command.printError("All commands and output from this session will be recorded in container logs, including"
                + " credentials and sensitive information passed through the command prompt.");
        command.printError("If you don't see a command prompt, try pressing enter.");
    }

    private void untilPhase(List<String> phases, Runnable then) {
        Following following = new Following();
        following.begin(command, id, object -> {
            boolean there = object.map(Pod.class::cast)
                    .map(Pod::getStatus)
                    .filter(status -> phases.contains(status.getPhase()))
                    .isPresent();
            if (there || object.isEmpty()) {
                following.end();
                then.run();
                return true;
            }
            return false;
        });
    }

    private void judge() {
        Optional<ContainerStateTerminated> end = command.cluster()
                .get(id)
                .map(Pod.class::cast)
                .flatMap(pod -> pod.getStatus().getContainerStatuses().stream().findFirst())
                .flatMap(status -> Optional.ofNullable(status.getState().getTerminated()));
        int code = end.map(ContainerStateTerminated::getExitCode).orElse(0);
        if (code != 0) {
            String reason = Objects.requireNonNullElse(end.orElseThrow().getReason(), "");
            command.printError("pod " + id.namespace() + "/" + id.name() + " terminated (" + reason + ")");
        }
        ended(code);
    }

    private void ended(int code) {
        if (command.arguments().isOn("--rm") && command.cluster().get(id).isPresent()) {
            command.cluster().delete(id, new Deletion(OptionalLong.empty(), Deletion.Propagation.BACKGROUND));
            command.print("pod \"" + id.name() + "\" deleted from " + id.namespace() + " namespace");
            Gone.await(command, List.of(id), () -> command.done().accept(code));
        } else {
            command.done().accept(code);
        }
    }
}
