package drydock.sim.kubectl;

import drydock.model.resource.Kinds;
import drydock.model.resource.SchemaObject;
import drydock.sim.kubectl.text.JsonText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The manifest that an object was applied with last, which `apply` keeps in an annotation.
final class LastApplied {

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LastApplied() {}

    /// What brings `current` to what the manifest says, and to what [#write] has put into it.
    ///
    /// @param type what the schema knows of the object; empty for a custom resource
    static Map<String, @Nullable Object> patch(HasMetadata manifest, HasMetadata current, Optional<SchemaObject> type) {
        Map<?, ?> last = lastApplied(current);
        boolean written = text(manifest).isPresent();
        Map<String, Object> wanted = written ? map(manifest) : manifest(manifest);
        return ThreeWayPatch.between(last, wanted, map(current), type);
    }

    /// What brings an object to what was made of it.
    static Map<String, @Nullable Object> difference(
            HasMetadata object, HasMetadata edited, Optional<SchemaObject> type) {
        Map<String, Object> before = withoutManagers(object);
        return ThreeWayPatch.between(before, withoutManagers(edited), before, type);
    }

    /// Writes into the object what its manifest says, without that, for the next time.
    static void write(HasMetadata object) {
        Map<String, String> annotations = annotations(object);
        annotations.put(LAST_APPLIED, JsonText.compact(manifest(object)) + "\n");
        object.getMetadata().setAnnotations(annotations);
    }

    /// What the manifest says, with annotations even where it has none: those of others are not to be taken away.
    private static Map<String, Object> manifest(HasMetadata object) {
        Map<String, Object> tree = map(object);
        Map<String, Object> inner = map(object.getMetadata());
        inner.put("annotations", annotations(object));
        tree.put("metadata", inner);
        return tree;
    }

    /// The annotations but for the one that is kept here.
    private static Map<String, String> annotations(HasMetadata object) {
        Map<String, String> annotations = new LinkedHashMap<>(
                Optional.ofNullable(object.getMetadata().getAnnotations()).orElse(Map.of()));
        annotations.remove(LAST_APPLIED);
        return annotations;
    }

    /// Whether all that `manifest` changes of `there` is as it was applied last: nobody else has set it since.
    static boolean isCurrent(HasMetadata there, HasMetadata manifest) {
        return text(there).isPresent() && holds(lastApplied(there), map(manifest), withoutManagers(there));
    }

    /// Whether each value of `wanted` that differs from the one there was set by what was applied last.
    private static boolean holds(Object last, Object wanted, Object there) {
        if (wanted instanceof Map<?, ?> map && there instanceof Map<?, ?> now) {
            return map.entrySet().stream().allMatch(entry -> {
                Object before = last instanceof Map<?, ?> old ? old.get(entry.getKey()) : null;
                Object value = now.get(entry.getKey());
                return value == null || entry.getValue() == null || holds(orNothing(before), entry.getValue(), value);
            });
        }
        if (wanted instanceof List<?> list && there instanceof List<?> now && list.size() == now.size()) {
            return IntStream.range(0, list.size()).allMatch(i -> {
                Object before = last instanceof List<?> old && i < old.size() ? old.get(i) : null;
                return holds(orNothing(before), list.get(i), now.get(i));
            });
        }
        return wanted.equals(there) || last.equals(there);
    }

    private static Object orNothing(@Nullable Object value) {
        return value == null ? "" : value;
    }

    /// Warns of an object that was made otherwise than by `apply`, which changes it now.
    static void warnIfMissing(Invocation command, HasMetadata current) {
        if (text(current).isEmpty()) {
            command.printError("Warning: resource " + Kinds.of(current).plural() + "/"
                    + current.getMetadata().getName() + " is missing the "
                    + LAST_APPLIED + " annotation which is required by kubectl apply. kubectl apply should only be used"
                    + " on resources created declaratively by either kubectl create --save-config or kubectl apply."
                    + " The missing annotation will be patched automatically.");
        }
    }

    private static Optional<String> text(HasMetadata object) {
        return Optional.ofNullable(object.getMetadata().getAnnotations()).map(all -> all.get(LAST_APPLIED));
    }

    /// What was applied last; nothing if the object was made otherwise.
    private static Map<?, ?> lastApplied(HasMetadata current) {
        String text = text(current).orElse("{}");
        try {
            return JSON.readValue(text, Map.class);
        } catch (JacksonException unreadable) {
            throw new CommandFailure(
                    "error: " + current.getMetadata().getName() + ": the annotation " + LAST_APPLIED + " is no JSON");
        }
    }

    /// All but who manages which field, which nobody is shown.
    private static Map<String, Object> withoutManagers(HasMetadata object) {
        Map<String, Object> tree = map(object);
        Map<String, Object> metadata = map(object.getMetadata());
        metadata.remove("managedFields");
        tree.put("metadata", metadata);
        return tree;
    }

    private static Map<String, Object> map(Object part) {
        Map<String, Object> copy = new LinkedHashMap<>();
        Map<?, ?> tree = JSON.convertValue(part, Map.class);
        tree.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
