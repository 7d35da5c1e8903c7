package drydock.sim.kubectl;

import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// `label KIND NAME key=value other-`.
final class LabelVerb implements Verb {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Set<String> flags() {
        return Set.of("--selector", "--overwrite", "--all");
    }

    @Override
    public void run(Invocation command) {
        Map<String, @Nullable String> changes = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (String word : command.arguments().words()) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                changes.put(word.substring(0, equals), word.substring(equals + 1));
            } else if (word.endsWith("-") && !names.isEmpty()) {
                changes.put(word.substring(0, word.length() - 1), null);
            } else {
                names.add(word);
            }
        }
        if (changes.isEmpty() || names.isEmpty()) {
            throw new CommandFailure("error: at least one label update is required");
        }
        for (HasMetadata object : objects(command, names)) {
            label(command, object, changes);
        }
        command.done().accept(0);
    }

    private static List<HasMetadata> objects(Invocation command, List<String> names) {
        Optional<String> selector = command.arguments().flag("--selector");
        if (selector.isPresent() || command.arguments().isOn("--all")) {
            ResourceKind kind = Invocation.kind(names.getFirst());
            return command.cluster().list(Query.in(kind, command.namespace()).withLabels(selector.orElse("")));
        }
        Invocation named = new Invocation(
                command.cluster(),
                command.namespace(),
                command.files(),
                new CommandArguments(names, Map.of()),
                command.out(),
                command.err(),
                command.done());
        return ObjectNames.of(named).stream()
                .map(id -> command.cluster().get(id).orElseThrow(() -> GetVerb.notFound(id)))
                .toList();
    }

    private static void label(Invocation command, HasMetadata object, Map<String, @Nullable String> changes) {
        Map<String, String> labels =
                Optional.ofNullable(object.getMetadata().getLabels()).orElse(Map.of());
        ResourceId id = ResourceId.of(object);
        boolean overwrites = command.arguments().isOn("--overwrite");
        changes.forEach((key, value) -> {
            String now = labels.get(key);
            if (value != null && now != null && !now.equals(value) && !overwrites) {
                throw new CommandFailure(
                        "error: '" + key + "' already has a value (" + now + "), and --overwrite is" + " false");
            }
        });
        boolean same = changes.entrySet().stream()
                .allMatch(change -> Objects.equals(labels.get(change.getKey()), change.getValue()));
        if (!same) {
            String body = JSON.writeValueAsString(Map.of("metadata", Map.of("labels", changes)));
            command.cluster().patch(id, new Patch(Patch.Type.MERGE, body));
        }
        boolean removes = changes.values().stream().allMatch(value -> value == null);
        command.print(Invocation.shortName(id) + (same ? " not labeled" : removes ? " unlabeled" : " labeled"));
    }
}
