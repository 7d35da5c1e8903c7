package drydock.sim.kubectl;

import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.kubectl.text.JsonText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The changes of labels or annotations that a command names: `key=value`, or `key-` to take away
/// (`kubectl/pkg/cmd/util/helpers.go GetResourcesAndPairs`).
///
/// @param names the words before the changes, which name objects
/// @param changes the values by key, null to take away
record PairChanges(List<String> names, Map<String, @Nullable String> changes) {

    PairChanges {
        names = List.copyOf(names);
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /// @param what what is changed, `label` or `annotation`
    static PairChanges read(List<String> words, String what) {
        List<String> names = new ArrayList<>();
        Map<String, @Nullable String> changes = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                changes.put(word.substring(0, equals), word.substring(equals + 1));
            } else if (word.endsWith("-") && word.length() > 1) {
                changes.put(word.substring(0, word.length() - 1), null);
            } else if (changes.isEmpty()) {
                names.add(word);
            } else {
                throw new CommandFailure("error: all resources must be specified before " + what + " changes: " + word);
            }
        }
        if (changes.isEmpty()) {
            throw new CommandFailure("error: at least one " + what + " update is required");
        }
        return new PairChanges(names, changes);
    }

    /// The objects that are named, or chosen by `-l` or `--all`.
    List<HasMetadata> objects(Invocation command) {
        List<HasMetadata> objects = found(command);
        command.warnOfAll(objects.stream().map(ResourceId::of).toList());
        return objects;
    }

    private List<HasMetadata> found(Invocation command) {
        Optional<String> selector = command.arguments().flag("--selector");
        if (Manifests.areGiven(command.arguments())) {
            return Targets.found(command);
        }
        if (names.isEmpty()) {
            throw new CommandFailure(
                    "error: one or more resources must be specified as <resource> <name> or" + " <resource>/<name>");
        }
        if (selector.isPresent() || command.arguments().isOn("--all")) {
            ResourceKind kind = command.kind(names.getFirst());
            return command.cluster().list(Query.in(kind, command.namespace()).withLabels(selector.orElse("")));
        }
        List<ResourceId> ids = ObjectNames.of(command.withWords(names));
        if (ids.isEmpty()) {
            throw new CommandFailure("error: resource(s) were provided, but no name was specified");
        }
        return ids.stream()
                .map(id -> command.cluster().get(id).orElseThrow(() -> GetVerb.notFound(id)))
                .toList();
    }

    /// Whether `now` has these values already.
    boolean areDone(Map<String, String> now) {
        return changes.entrySet().stream().allMatch(e -> Objects.equals(now.get(e.getKey()), e.getValue()));
    }

    /// The keys that `now` has with another value than is wanted.
    List<String> conflicts(Map<String, String> now) {
        return changes.entrySet().stream()
                .filter(e -> e.getValue() != null
                        && now.get(e.getKey()) != null
                        && !e.getValue().equals(now.get(e.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The patch that makes these changes to the map `field` of the metadata.
    Patch patch(String field) {
        return new Patch(Patch.Type.MERGE, JsonText.compact(Map.of("metadata", Map.of(field, changes))));
    }
}
