package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// `label KIND NAME key=value other-` (`kubectl/pkg/cmd/label/label.go`).
final class LabelVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.FILENAME, Flag.KUSTOMIZE, Flag.SELECTOR, Flag.OVERWRITE, Flag.ALL, Flag.DRY_RUN, Flag.OUTPUT);
    }

    @Override
    public List<String> usage() {
        return List.of("label TYPE NAME KEY=VALUE ... KEY- ...", "label TYPE/NAME KEY=VALUE ...");
    }

    @Override
    public void run(Invocation command) {
        PairChanges changes = PairChanges.read(command.arguments().words(), "label");
        for (HasMetadata object : changes.objects(command)) {
            label(command, object, changes);
        }
        command.done().accept(0);
    }

    private static void label(Invocation command, HasMetadata object, PairChanges changes) {
        Map<String, String> labels =
                Optional.ofNullable(object.getMetadata().getLabels()).orElse(Map.of());
        List<String> conflicts = changes.conflicts(labels);
        if (!conflicts.isEmpty() && !command.arguments().isOn("--overwrite")) {
            String key = conflicts.getFirst();
            throw new CommandFailure(
                    "error: '" + key + "' already has a value (" + labels.get(key) + "), and --overwrite is false");
        }
        changes.changes().forEach((key, value) -> {
            if (value == null && !labels.containsKey(key)) {
                command.print("label \"" + key + "\" not found.");
            }
        });
        boolean same = changes.areDone(labels);
        HasMetadata after = same ? object : Creation.patch(command, object, changes.patch("labels"));
        boolean removes = changes.changes().values().stream().allMatch(Objects::isNull);
        Creation.print(command, after, same ? "not labeled" : removes ? "unlabeled" : "labeled");
    }
}
