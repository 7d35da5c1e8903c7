package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Patch;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaObject;
import drydock.sim.kubectl.text.JsonText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `apply -f`: creates what is not there, and changes what is by a three-way merge of the manifest applied last, the
/// manifest now, and the object as it is (`kubectl/pkg/cmd/apply/apply.go`).
final class ApplyVerb implements Verb {

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public List<Flag> flags() {
        return List.of(Flag.FILENAME);
    }

    @Override
    public List<String> usage() {
        return List.of("apply -f FILENAME");
    }

    @Override
    public void run(Invocation command) {
        List<String> refusals = new ArrayList<>();
        for (Manifest manifest : Manifests.inNamespace(command)) {
            ResourceId id = ResourceId.of(manifest.object());
            try {
                command.print(Invocation.shortName(id) + " " + apply(command, id, manifest.object()));
            } catch (ClusterException refused) {
                refusals.add(Refused.words(refused, manifest.creating()));
            }
        }
        if (!refusals.isEmpty()) {
            throw new CommandFailure(String.join("\n", refusals));
        }
        command.done().accept(0);
    }

    /// What was done: `created`, `configured` or `unchanged`.
    private static String apply(Invocation command, ResourceId id, HasMetadata object) {
        annotate(object);
        Optional<HasMetadata> there = command.cluster().get(id);
        if (there.isEmpty()) {
            command.cluster().create(object);
            return "created";
        }
        HasMetadata current = there.get();
        Optional<SchemaObject> type = Schema.kubernetes().kind(object.getApiVersion(), object.getKind());
        Map<String, @Nullable Object> patch =
                ThreeWayPatch.between(lastApplied(command, id, current), map(object), map(current), type);
        if (patch.isEmpty()) {
            return "unchanged";
        }
        if (current.getMetadata().getDeletionTimestamp() != null) {
            command.printError(
                    "Warning: Detected changes to resource " + id.name() + " which is currently being" + " deleted.");
        }
        Patch.Type kind = type.isPresent() ? Patch.Type.STRATEGIC : Patch.Type.MERGE;
        command.cluster().patch(id, new Patch(kind, JsonText.compact(patch)));
        return "configured";
    }

    /// Writes into the object what its manifest says, without that, for the next time.
    private static void annotate(HasMetadata object) {
        ObjectMeta metadata = object.getMetadata();
        Map<String, String> annotations = new LinkedHashMap<>(
                Optional.ofNullable(metadata.getAnnotations()).orElse(Map.of()));
        annotations.remove(LAST_APPLIED);
        Map<String, Object> tree = map(object);
        Map<String, Object> inner = map(metadata);
        inner.put("annotations", new LinkedHashMap<>(annotations));
        tree.put("metadata", inner);
        annotations.put(LAST_APPLIED, JsonText.compact(tree) + "\n");
        metadata.setAnnotations(annotations);
    }

    /// What was applied last; nothing, with a warning, if the object was made otherwise.
    private static Map<?, ?> lastApplied(Invocation command, ResourceId id, HasMetadata current) {
        Map<String, String> annotations =
                Optional.ofNullable(current.getMetadata().getAnnotations()).orElse(Map.of());
        String text = annotations.get(LAST_APPLIED);
        if (text == null) {
            command.printError("Warning: resource " + Kinds.of(current).plural() + "/" + id.name() + " is missing the "
                    + LAST_APPLIED + " annotation which is required by kubectl apply. kubectl apply should only be used"
                    + " on resources created declaratively by either kubectl create --save-config or kubectl apply."
                    + " The missing annotation will be patched automatically.");
            return Map.of();
        }
        try {
            return JSON.readValue(text, Map.class);
        } catch (JacksonException unreadable) {
            throw new CommandFailure("error: " + id.name() + ": the annotation " + LAST_APPLIED + " is no JSON");
        }
    }

    private static Map<String, Object> map(Object part) {
        Map<String, Object> copy = new LinkedHashMap<>();
        Map<?, ?> tree = JSON.convertValue(part, Map.class);
        tree.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
