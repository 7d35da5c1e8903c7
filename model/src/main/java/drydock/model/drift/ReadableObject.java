package drydock.model.drift;

import drydock.model.resource.FieldType;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaField.Merging;
import drydock.model.resource.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes from a live object what nobody wrote. What is written in a manifest stays, be it usual or not, and in the
/// manifest's order.
final class ReadableObject {

    private static final FieldType ANYTHING = new FieldType.Anything();
    private static final String METADATA = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

    /// Kinds that get the labels of their Pods where they have none (`SetDefaults_ReplicationController`,
    /// `SetDefaults_Job`).
    private static final Set<String> LABELLED_AS_PODS = Set.of("ReplicationController", "Job");

    private final Schema schema;
    private final String kind;
    private final ServerOwn server;
    private final UsualValues usual;

    ReadableObject(Schema schema, String kind) {
        this.schema = schema;
        this.kind = kind;
        this.server = new ServerOwn(kind);
        this.usual = new UsualValues(schema);
    }

    /// What is left of a whole object. One of a kind that the schema does not know has metadata as all have.
    ///
    /// @param type its definition; null if nothing is known of it
    Map<String, Object> whole(@Nullable SchemaObject type, Map<?, ?> live, Map<?, ?> written) {
        Map<String, Object> result = object(type, live, written);
        if (type == null || type.field("metadata").isEmpty()) {
            if (!written.containsKey("status")) {
                result.remove("status");
            }
            SchemaObject metadata = schema.object(METADATA).orElseThrow();
            result.computeIfPresent(
                    "metadata", (_, value) -> object(metadata, Values.map(value), Values.map(written.get("metadata"))));
        }
        if (hasLabelsOfItsPods(live, written)) {
            result.computeIfPresent("metadata", (_, value) -> withoutLabels(Values.map(value)));
        }
        return result;
    }

    private boolean hasLabelsOfItsPods(Map<?, ?> live, Map<?, ?> written) {
        return LABELLED_AS_PODS.contains(kind)
                && Values.isEmpty(Values.map(written.get("metadata")).get("labels"))
                && labels(live)
                        .equals(labels(Values.map(Values.map(live.get("spec")).get("template"))));
    }

    /// The labels of an object or a template, without those that are the server's own.
    private Map<String, Object> labels(Map<?, ?> object) {
        Object labels = Values.map(object.get("metadata")).get("labels");
        return entries(ANYTHING, "ObjectMeta.labels", Values.map(labels), null);
    }

    private static Map<String, Object> withoutLabels(Map<String, Object> metadata) {
        Map<String, Object> rest = new LinkedHashMap<>(metadata);
        rest.remove("labels");
        return rest;
    }

    /// What is left of an object.
    ///
    /// @param type its definition; null if nothing is known of it
    /// @param written what a manifest has of it
    Map<String, Object> object(@Nullable SchemaObject type, Map<?, ?> live, Map<?, ?> written) {
        Map<String, Object> there = Values.strings(live);
        Map<String, Object> mine = Values.strings(written);
        Map<String, Object> result = new LinkedHashMap<>();
        mine.forEach((key, value) -> {
            if (there.containsKey(key)) {
                result.put(key, field(type, key, there.get(key), value));
            }
        });
        there.forEach((key, value) -> {
            if (!mine.containsKey(key)) {
                unwritten(type, key, value, there).ifPresent(left -> result.put(key, left));
            }
        });
        return result;
    }

    private Object field(@Nullable SchemaObject type, String key, Object live, @Nullable Object written) {
        SchemaField field = type == null ? null : type.fieldOrNull(key);
        return value(
                field == null ? ANYTHING : field.type(),
                field == null ? Merging.USUAL : field.merging(),
                type == null ? "" : type.qualified(key),
                live,
                written);
    }

    private Optional<Object> unwritten(
            @Nullable SchemaObject type, String key, Object live, Map<String, Object> beside) {
        if (type == null) {
            return Optional.of(field(null, key, live, null));
        }
        String qualified = type.qualified(key);
        if (isOfKind(type, key) || server.owns(qualified, key, live) || usual.areUsual(type, key, live, beside)) {
            return Optional.empty();
        }
        if (kind.equals("Pod") && qualified.equals("ResourceRequirements.requests")) {
            Map<String, Object> asked = Values.map(live);
            Map<String, Object> limits = Values.map(beside.get("limits"));
            asked.entrySet().removeIf(e -> e.getValue().equals(limits.get(e.getKey())));
            return asked.isEmpty() ? Optional.empty() : Optional.of(asked);
        }
        Object left = field(type, key, live, null);
        boolean isNothing = Values.isEmpty(left)
                && (!Values.isEmpty(live)
                        || type.field(key)
                                .filter(field -> field.type() instanceof FieldType.ObjectOf(String definition)
                                        && !UsualValues.isNothingWhenEmpty(definition))
                                .isEmpty());
        return isNothing ? Optional.empty() : Optional.of(left);
    }

    /// Whether a field is one that every kind has and the server sets: its status, and inside of others what it is.
    private boolean isOfKind(SchemaObject type, String key) {
        return type.field("metadata").isPresent()
                && (key.equals("status")
                        || (!type.shortName().equals(kind) && (key.equals("apiVersion") || key.equals("kind"))));
    }

    private Object value(FieldType type, Merging merging, String qualified, Object live, @Nullable Object written) {
        if (type instanceof FieldType.ObjectOf && live instanceof Map<?, ?> map) {
            SchemaObject inner = schema.object(type).orElse(null);
            return object(inner, map, Values.map(written));
        }
        if (live instanceof Map<?, ?> map) {
            return entries(type instanceof FieldType.MapOf(FieldType v) ? v : ANYTHING, qualified, map, written);
        }
        if (live instanceof List<?> list) {
            FieldType items = type instanceof FieldType.ListOf(FieldType i) ? i : ANYTHING;
            return items(items, merging, qualified, list, written instanceof List<?> w ? w : List.of());
        }
        return live;
    }

    private Map<String, Object> entries(FieldType values, String qualified, Map<?, ?> live, @Nullable Object written) {
        Map<String, Object> there = Values.strings(live);
        Map<String, Object> mine = Values.map(written);
        Map<String, Object> result = new LinkedHashMap<>();
        mine.forEach((key, value) -> {
            if (there.containsKey(key)) {
                result.put(key, value(values, Merging.USUAL, "", there.get(key), value));
            }
        });
        there.forEach((key, value) -> {
            if (!mine.containsKey(key) && !server.ownsKey(qualified, key)) {
                result.put(key, value(values, Merging.USUAL, "", value, null));
            }
        });
        return result;
    }

    private List<Object> items(FieldType items, Merging merging, String qualified, List<?> live, List<?> written) {
        Optional<Items> keyed = Items.of(merging, schema.object(items).orElse(null));
        var there = keyed.flatMap(k -> k.positions(live));
        var mine = keyed.flatMap(k -> k.positions(written));
        List<Object> result = new ArrayList<>();
        if (there.isPresent() && mine.isPresent()) {
            mine.get().forEach((key, position) -> {
                Integer at = there.get().get(key);
                if (at != null) {
                    result.add(value(items, Merging.USUAL, "", live.get(at), written.get(position)));
                }
            });
            there.get().forEach((key, position) -> {
                if (!mine.get().containsKey(key) && !server.ownsItem(qualified, live.get(position))) {
                    result.add(value(items, Merging.USUAL, "", live.get(position), null));
                }
            });
            return result;
        }
        List<?> kept = live.stream()
                .filter(item -> written.contains(item) || !server.ownsItem(qualified, item))
                .toList();
        for (int i = 0; i < kept.size(); i++) {
            Object beside = kept.size() == written.size() ? written.get(i) : null;
            result.add(value(items, Merging.USUAL, "", kept.get(i), beside));
        }
        return result;
    }
}
