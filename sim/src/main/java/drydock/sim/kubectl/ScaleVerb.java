package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.sim.kubectl.template.BadTemplateException;
import drydock.sim.kubectl.template.JsonPath;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `scale KIND NAME --replicas=N` (`kubectl/pkg/cmd/scale/scale.go`).
final class ScaleVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.FILENAME,
                Flag.KUSTOMIZE,
                Flag.SELECTOR,
                Flag.ALL,
                Flag.DRY_RUN,
                Flag.OUTPUT,
                Flag.whole("--replicas", 0),
                Flag.whole("--current-replicas", -1),
                Flag.text("--resource-version"),
                Flag.text("--timeout"));
    }

    @Override
    public List<String> usage() {
        return List.of(
                "scale --replicas=COUNT [--current-replicas=COUNT] TYPE NAME ...",
                "scale --replicas=COUNT [--current-replicas=COUNT] (TYPE/NAME ... | -f FILENAME)");
    }

    @Override
    public void run(Invocation command) {
        String replicas = command.arguments()
                .flag("--replicas")
                .orElseThrow(() -> new CommandFailure("error: required flag(s) \"replicas\" not set"));
        if (!replicas.matches("\\d{1,9}")) {
            throw new CommandFailure(
                    "error: The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0");
        }
        List<HasMetadata> objects = Targets.of(command);
        if (objects.isEmpty()) {
            throw new CommandFailure("error: no objects passed to scale");
        }
        List<String> failures = new ArrayList<>();
        for (HasMetadata object : objects) {
            try {
                scale(command, object, Integer.parseInt(replicas));
            } catch (CommandFailure notSo) {
                failures.add(notSo.getMessage());
            } catch (ClusterException refused) {
                failures.add(Refused.words(refused));
            }
        }
        if (!failures.isEmpty()) {
            throw new CommandFailure(String.join("\n", failures));
        }
        command.done().accept(0);
    }

    private static void scale(Invocation command, HasMetadata object, int replicas) {
        require(
                "resource version",
                command.arguments().flag("--resource-version"),
                object.getMetadata().getResourceVersion());
        require(
                "replicas",
                command.arguments().flag("--current-replicas").filter(count -> !count.startsWith("-")),
                replicas(object));
        Creation.print(command, Creation.scale(command, object, replicas), "scaled");
    }

    /// `kubectl/pkg/scale/scale.go PreconditionError`.
    private static void require(String what, Optional<String> wanted, String found) {
        wanted.filter(value -> !value.equals(found)).ifPresent(value -> {
            throw new CommandFailure("error: Expected " + what + " to be " + value + ", was " + found);
        });
    }

    private static String replicas(HasMetadata object) {
        try {
            List<Object> found = JsonPath.parse("{.spec.replicas}").in(Output.tree(object));
            return found.isEmpty() ? "0" : JsonPath.text(found.getFirst());
        } catch (BadTemplateException none) {
            return "0";
        }
    }
}
