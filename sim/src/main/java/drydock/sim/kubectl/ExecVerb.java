package drydock.sim.kubectl;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/// `exec POD [-c CONTAINER] -- COMMAND [ARGS...]` (`kubectl/pkg/cmd/exec/exec.go`).
final class ExecVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return PodContainers.FLAGS;
    }

    @Override
    public List<String> usage() {
        return List.of("exec (POD | TYPE/NAME) [-c CONTAINER] -- COMMAND [args...]");
    }

    @Override
    public void run(Invocation command) {
        CommandArguments arguments = command.arguments();
        List<String> words = arguments.words();
        int before = arguments.beforeDashes();
        if (before == 0) {
            throw new CommandFailure("error: pod, type/name or --filename must be specified");
        }
        boolean dashes = before < words.size();
        if (!dashes && words.size() > 1) {
            throw new CommandFailure(
                    "error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead\n"
                            + "See 'kubectl exec -h' for help and examples");
        }
        if (!dashes) {
            throw new CommandFailure("error: you must specify at least one command for the container");
        }
        Pod pod = PodContainers.pod(command, words.getFirst());
        if (PodContainers.isOver(pod)) {
            throw new CommandFailure("error: cannot exec into a container in a completed pod; current phase is "
                    + pod.getStatus().getPhase());
        }
        String container = PodContainers.container(
                command, pod, arguments.flag("--container"), "error: container %s not found in pod %s");
        PodContainers.access(command)
                .exec(
                        ResourceId.of(pod),
                        container,
                        words.subList(before, words.size()),
                        "",
                        command.out(),
                        command.err(),
                        code -> {
                            if (code != 0) {
                                command.printError("command terminated with exit code " + code);
                            }
                            command.done().accept(code);
                        });
    }
}
