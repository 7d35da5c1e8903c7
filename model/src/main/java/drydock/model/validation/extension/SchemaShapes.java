package drydock.model.validation.extension;

import drydock.model.cel.Shape;
import drydock.model.cel.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What values a schema allows, as far as expressions in CEL see it
/// (`apiextensions-apiserver/pkg/apiserver/schema/cel/model/schemas.go SchemaDeclType`).
///
/// Of what is kept though it is not known, expressions see nothing. Where the schema itself is wrong anything
/// goes: that is told elsewhere.
final class SchemaShapes {

    private static final List<String> OWN = List.of("apiVersion", "kind");
    private static final Shape NAMES =
            new Shape.Fields(Map.of("name", Shape.Single.TEXT, "generateName", Shape.Single.TEXT));

    private SchemaShapes() {}

    /// The values of a schema as it is written; empty if expressions do not see them.
    ///
    /// @param root whether it is the schema of whole objects
    static Optional<Shape> of(Map<?, ?> schema, boolean root) {
        if (isTrue(schema, "x-kubernetes-int-or-string")) {
            return Optional.of(new Shape.Any());
        }
        return switch (text(schema, "type")) {
            case "array" -> of(schema.get("items")).map(Shape.Items::new);
            case "object" -> object(schema, root);
            case "string" -> Optional.of(text(text(schema, "format")));
            case "boolean" -> Optional.of(Shape.Single.TRUTH);
            case "number" -> Optional.of(Shape.Single.NUMBER);
            case "integer" -> Optional.of(Shape.Single.WHOLE);
            case "" ->
                isTrue(schema, "x-kubernetes-preserve-unknown-fields")
                        ? Optional.empty()
                        : Optional.of(new Shape.Any());
            default -> Optional.of(new Shape.Any());
        };
    }

    private static Optional<Shape> of(@Nullable Object schema) {
        return schema instanceof Map<?, ?> map
                ? of(map, isTrue(map, "x-kubernetes-embedded-resource"))
                : Optional.of(new Shape.Any());
    }

    private static boolean isTrue(Map<?, ?> schema, String key) {
        return Boolean.TRUE.equals(schema.get(key));
    }

    private static String text(Map<?, ?> schema, String key) {
        return schema.get(key) instanceof String text ? text : "";
    }

    private static Shape text(String format) {
        return switch (format) {
            case "byte" -> Shape.Single.BYTES;
            case "duration" -> Shape.Single.DURATION;
            case "date", "date-time" -> Shape.Single.TIME;
            default -> Shape.Single.TEXT;
        };
    }

    private static Optional<Shape> object(Map<?, ?> schema, boolean root) {
        if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
            return of(values).map(Shape.Entries::new);
        }
        Map<String, Shape> fields = new LinkedHashMap<>();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, property) -> Values.fieldName(String.valueOf(name))
                    .ifPresent(called -> of(property).ifPresent(shape -> fields.put(called, shape))));
        }
        if (root) {
            OWN.forEach(name -> fields.put(name, Shape.Single.TEXT));
            fields.put("metadata", NAMES);
        }
        return Optional.of(new Shape.Fields(fields));
    }
}
