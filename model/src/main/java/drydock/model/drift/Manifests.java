package drydock.model.drift;

import drydock.model.manifest.ManifestYaml;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Live objects as manifests that a person would have written.
public final class Manifests {

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private Manifests() {}

    /// The manifest of a live object, in YAML: without what the server, controllers and `kubectl` added. What
    /// `kubectl apply` noted as written stays as far as it is still so, be it usual or not.
    public static String yaml(Schema schema, HasMetadata live) {
        Map<String, Object> object = Values.of(live);
        Map<String, Object> written = Optional.ofNullable(live.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(LAST_APPLIED))
                .flatMap(Values::parsed)
                .orElse(Map.of());
        Map<String, Object> left = readable(schema, live, object, written);
        left.remove("status");
        left.computeIfPresent("metadata", (_, metadata) -> withoutEmptyAnnotations(Values.map(metadata)));
        return ManifestYaml.of(Values.map(ManifestOrder.of(left)));
    }

    /// What a manifest writes, as text; what a Secret holds is not shown.
    public static String written(Map<?, ?> manifest) {
        Map<String, Object> object = Values.strings(manifest);
        return ManifestYaml.of("Secret".equals(object.get("kind")) ? masked(SecretData.encoded(object)) : object);
    }

    /// A manifest and the live object as texts that can be laid side by side: in the manifest's order, the live object
    /// without what nobody wrote.
    ///
    /// @param wanted what the manifest writes
    public static Sides sides(Schema schema, Map<?, ?> wanted, HasMetadata live) {
        Map<String, Object> mine = Values.strings(wanted);
        mine.remove("status");
        boolean isSecret = "Secret".equals(mine.get("kind"));
        Map<String, Object> compared = isSecret ? SecretData.encoded(mine) : mine;
        Map<String, Object> object = Values.of(live);
        object.put("apiVersion", mine.getOrDefault("apiVersion", object.get("apiVersion")));
        Map<String, Object> theirs = readable(schema, live, object, compared);
        theirs.remove("status");
        if (Values.map(mine.get("metadata")).get("namespace") == null) {
            theirs.computeIfPresent("metadata", (_, metadata) -> without(Values.map(metadata), "namespace"));
        }
        return isSecret
                ? new Sides(ManifestYaml.of(masked(compared)), ManifestYaml.of(masked(theirs)))
                : new Sides(ManifestYaml.of(compared), ManifestYaml.of(theirs));
    }

    /// What stands in a cluster, in the order of the manifest that it takes the place of.
    ///
    /// @param wanted what the manifest writes
    static String replacement(Schema schema, Map<?, ?> wanted, HasMetadata live) {
        Map<String, Object> object = Values.of(live);
        object.put("apiVersion", wanted.get("apiVersion"));
        Map<String, Object> theirs = readable(schema, live, object, Values.strings(wanted));
        theirs.remove("status");
        if (Values.map(wanted.get("metadata")).get("namespace") == null) {
            theirs.computeIfPresent("metadata", (_, metadata) -> without(Values.map(metadata), "namespace"));
        }
        return ManifestYaml.of(theirs);
    }

    /// Two texts in YAML.
    public record Sides(String here, String there) {}

    /// `kubectl apply` notes annotations as written where there were none.
    private static Map<String, Object> withoutEmptyAnnotations(Map<String, Object> metadata) {
        return Values.isEmpty(metadata.get("annotations")) ? without(metadata, "annotations") : metadata;
    }

    private static Map<String, Object> without(Map<String, Object> map, String key) {
        Map<String, Object> rest = new LinkedHashMap<>(map);
        rest.remove(key);
        return rest;
    }

    /// Values of Secrets are not shown; what differs is told by a few figures of what they hash to.
    private static Map<String, Object> masked(Map<String, Object> secret) {
        Map<String, Object> result = new LinkedHashMap<>(secret);
        result.computeIfPresent("data", (_, data) -> {
            Map<String, Object> masked = new LinkedHashMap<>();
            Values.map(data).forEach((key, value) -> masked.put(key, mask(value)));
            return masked;
        });
        return result;
    }

    static String mask(Object value) {
        return "••••••" + String.format("%04x", String.valueOf(value).hashCode() & 0xffff);
    }

    private static Map<String, Object> readable(
            Schema schema, HasMetadata live, Map<String, Object> object, Map<String, Object> written) {
        SchemaObject type = schema.kind(String.valueOf(object.get("apiVersion")), live.getKind())
                .orElse(null);
        Map<String, Object> left = new ReadableObject(schema, live.getKind()).whole(type, object, written);
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (String first : List.of("apiVersion", "kind", "metadata")) {
            if (left.containsKey(first)) {
                ordered.put(first, left.get(first));
            }
        }
        left.forEach(ordered::putIfAbsent);
        return ordered;
    }
}
