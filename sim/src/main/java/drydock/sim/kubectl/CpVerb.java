package drydock.sim.kubectl;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// `cp FILE POD:PATH`: copies a file into a container (`kubectl/pkg/cmd/cp/cp.go`), or with `POD:PATH -` prints one.
///
/// Nothing is ever written to the user's own disk.
final class CpVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(Flag.text("--container", 'c'));
    }

    @Override
    public List<String> usage() {
        return List.of("cp FILE POD:PATH [-c CONTAINER]", "cp POD:PATH - [-c CONTAINER]");
    }

    private record Place(String pod, String path) {

        static Place of(String word) {
            int colon = word.indexOf(':');
            return colon <= 0 ? new Place("", word) : new Place(word.substring(0, colon), word.substring(colon + 1));
        }
    }

    @Override
    public void run(Invocation command) {
        List<String> words = command.arguments().words();
        if (words.size() != 2) {
            throw new CommandFailure("error: source and destination are required");
        }
        Place from = Place.of(words.getFirst());
        Place to = Place.of(words.get(1));
        if (from.pod().isEmpty() == to.pod().isEmpty()) {
            throw new CommandFailure(
                    from.pod().isEmpty()
                            ? "error: one of src or dest must be a remote file specification"
                            : "error: one of src or dest must be a local file specification");
        }
        if (to.pod().isEmpty() && !to.path().equals("-")) {
            throw new CommandFailure("error: files are copied into containers only; \"-\" prints one");
        }
        if (from.pod().isEmpty()) {
            exec(command, to.pod(), List.of("sh", "-c", "cat > \"$0\"", to.path()), text(command, from.path()));
        } else {
            exec(command, from.pod(), List.of("cat", from.path()), "");
        }
    }

    private static String text(Invocation command, String name) {
        try {
            Map<String, String> files = command.files().read(name);
            return files.values().iterator().next();
        } catch (IOException missing) {
            throw new CommandFailure("error: " + name + " doesn't exist in local filesystem");
        }
    }

    private static void exec(Invocation command, String name, List<String> program, String input) {
        int slash = name.indexOf('/');
        Pod pod = PodContainers.pod(command, slash < 0 ? name : name.substring(slash + 1));
        String container = PodContainers.container(
                command, pod, command.arguments().flag("--container"), "error: container %s not found in pod %s");
        PodContainers.access(command)
                .exec(ResourceId.of(pod), container, program, input, command.out(), command.err(), code -> {
                    if (code != 0) {
                        command.printError("command terminated with exit code " + code);
                    }
                    command.done().accept(code);
                });
    }
}
