package drydock.sim.kubectl;

import drydock.model.cluster.Patch;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// `apply -f`.
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
        for (HasMetadata object : Manifests.inNamespace(command)) {
            ResourceId id = ResourceId.of(object);
            command.print(Invocation.shortName(id) + " " + apply(command, id, object));
        }
        command.done().accept(0);
    }

    private static String create(Invocation command, HasMetadata object) {
        command.cluster().create(object);
        return "created";
    }

    /// Merges what the manifest says into what is there; fields that only the last manifest had go.
    private static String apply(Invocation command, ResourceId id, HasMetadata object) {
        Map<?, ?> wanted = JSON.convertValue(object, Map.class);
        String text = JSON.writeValueAsString(wanted);
        Optional<HasMetadata> there = command.cluster().get(id);
        if (there.isEmpty()) {
            annotate(object, text);
            return create(command, object);
        }
        Map<String, String> annotations =
                Optional.ofNullable(there.get().getMetadata().getAnnotations()).orElse(Map.of());
        String last = annotations.getOrDefault(LAST_APPLIED, "{}");
        if (last.equals(text)) {
            return "unchanged";
        }
        annotate(object, text);
        Object patch = withRemovals(JSON.readValue(last, Object.class), JSON.convertValue(object, Map.class));
        command.cluster().patch(id, new Patch(Patch.Type.MERGE, JSON.writeValueAsString(patch)));
        return "configured";
    }

    private static void annotate(HasMetadata object, String text) {
        ObjectMeta metadata = object.getMetadata();
        Map<String, String> annotations = new LinkedHashMap<>(
                Optional.ofNullable(metadata.getAnnotations()).orElse(Map.of()));
        annotations.put(LAST_APPLIED, text);
        metadata.setAnnotations(annotations);
    }

    /// The merge patch that makes `wanted` and takes away what `last` had beside it.
    private static Object withRemovals(Object last, Object wanted) {
        if (!(wanted instanceof Map<?, ?> map)) {
            return wanted;
        }
        Map<Object, Object> patch = new LinkedHashMap<>();
        map.forEach((key, value) -> patch.put(
                key,
                withRemovals(last instanceof Map<?, ?> old && old.get(key) != null ? old.get(key) : Map.of(), value)));
        if (last instanceof Map<?, ?> old) {
            old.keySet().stream().filter(key -> !map.containsKey(key)).forEach(key -> patch.put(key, null));
        }
        return patch;
    }
}
