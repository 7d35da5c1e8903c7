package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// `annotate KIND NAME key=value other-` (`kubectl/pkg/cmd/annotate/annotate.go`).
final class AnnotateVerb implements Verb {

    private static final String CHANGE_CAUSE = "kubernetes.io/change-cause";

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.FILENAME, Flag.KUSTOMIZE, Flag.SELECTOR, Flag.OVERWRITE, Flag.ALL, Flag.DRY_RUN, Flag.OUTPUT);
    }

    @Override
    public List<String> usage() {
        return List.of("annotate TYPE NAME KEY=VALUE ... KEY- ...", "annotate TYPE/NAME KEY=VALUE ...");
    }

    @Override
    public void run(Invocation command) {
        PairChanges changes = PairChanges.read(command.arguments().words(), "annotation");
        for (HasMetadata object : changes.objects(command)) {
            annotate(command, object, changes);
        }
        command.done().accept(0);
    }

    /// The cause of a change may always be said anew.
    private static void annotate(Invocation command, HasMetadata object, PairChanges changes) {
        Map<String, String> annotations =
                Optional.ofNullable(object.getMetadata().getAnnotations()).orElse(Map.of());
        String conflicts = changes.conflicts(annotations).stream()
                .filter(key -> !key.equals(CHANGE_CAUSE))
                .map(key -> "'" + key + "' already has a value (" + annotations.get(key) + ")")
                .collect(Collectors.joining("; "));
        if (!conflicts.isEmpty() && !command.arguments().isOn("--overwrite")) {
            throw new CommandFailure(
                    "error: --overwrite is false but found the following declared annotation(s): " + conflicts);
        }
        HasMetadata after =
                changes.areDone(annotations) ? object : Creation.patch(command, object, changes.patch("annotations"));
        Creation.print(command, after, "annotated");
    }
}
