package drydock.sim.store;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.FieldType;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The fields of an object that its kind does not have. A server that is told to be strict refuses them, as kubectl
/// tells it (`apiserver/pkg/endpoints/handlers/create.go`, `fieldValidation`); else they are dropped.
public final class UnknownFields {

    private static final Schema SCHEMA = Schema.kubernetes();

    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    /// Their places in the order of the names, as `spec.containers[0].imagee`; none of a kind that is not known.
    public static List<String> of(HasMetadata object) {
        Optional<SchemaObject> kind = SCHEMA.kind(object.getApiVersion(), object.getKind());
        if (kind.isEmpty()) {
            return List.of();
        }
        UnknownFields unknown = new UnknownFields();
        unknown.object(ObjectTree.of(object), kind.get(), "");
        return unknown.found;
    }

    /// As a strict server says it.
    ///
    /// @throws ClusterException 400 if `object` has any
    public static void refuse(HasMetadata object) {
        List<String> unknown = of(object);
        if (!unknown.isEmpty()) {
            String version = object.getApiVersion().replaceFirst(".*/", "");
            throw new ClusterException(
                    400,
                    "BadRequest",
                    object.getKind() + " in version \"" + version + "\" cannot be handled as a " + object.getKind()
                            + ": strict decoding error: " + words(unknown));
        }
    }

    /// `unknown field "spec.nope", unknown field "spec.other"`.
    public static String words(List<String> unknown) {
        return unknown.stream().map(field -> "unknown field \"" + field + "\"").collect(Collectors.joining(", "));
    }

    private void object(Map<?, ?> fields, SchemaObject type, String at) {
        Map<String, Object> sorted = new TreeMap<>();
        fields.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        sorted.forEach((name, value) -> {
            String place = at.isEmpty() ? name : at + "." + name;
            Optional<SchemaField> field = type.field(name);
            if (field.isEmpty()) {
                found.add(place);
            } else {
                value(value, field.get().type(), place);
            }
        });
    }

    private void value(Object value, FieldType type, String at) {
        switch (type) {
            case FieldType.ObjectOf(var definition) -> {
                Optional<SchemaObject> object = SCHEMA.object(definition);
                if (value instanceof Map<?, ?> map && object.isPresent()) {
                    object(map, object.get(), at);
                }
            }
            case FieldType.ListOf(var items) -> {
                if (value instanceof List<?> list) {
                    for (int i = 0; i < list.size(); i++) {
                        value(list.get(i), items, at + "[" + i + "]");
                    }
                }
            }
            case FieldType.MapOf(var values) -> {
                if (value instanceof Map<?, ?> map) {
                    map.forEach((key, each) -> value(each, values, at + "." + key));
                }
            }
            case FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.Fraction _,
                    FieldType.Flag _,
                    FieldType.Amount _,
                    FieldType.IntOrText _,
                    FieldType.Anything _ -> {
                // has no fields
            }
        }
    }
}
