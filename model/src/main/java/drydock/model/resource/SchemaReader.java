package drydock.model.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads one definition of the schema, token by token.
final class SchemaReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private static final Map<String, FieldType> SCALARS = Map.of(
            "io.k8s.apimachinery.pkg.api.resource.Quantity", new FieldType.Amount(),
            "io.k8s.apimachinery.pkg.util.intstr.IntOrString", new FieldType.IntOrText(),
            "io.k8s.apimachinery.pkg.apis.meta.v1.Time", new FieldType.Text("date-time", List.of()),
            "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime", new FieldType.Text("date-time", List.of()));

    private final JsonParser json;

    private SchemaReader(JsonParser json) {
        this.json = json;
    }

    /// The definition called `name` that `text` writes; without fields if it is no object.
    static SchemaObject read(String name, String text) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new SchemaReader(json).definition(name);
        }
    }

    private SchemaObject definition(String name) {
        List<String> required = List.of();
        Map<String, Property> properties = Map.of();
        json.nextToken();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String part = json.currentName();
            json.nextToken();
            switch (part) {
                case "required" -> required = strings();
                case "properties" -> properties = properties();
                default -> json.skipChildren();
            }
        }
        Map<String, SchemaField> fields = new LinkedHashMap<>();
        for (var property : properties.entrySet()) {
            String field = property.getKey();
            Property p = property.getValue();
            fields.put(field, new SchemaField(field, p.fieldType(), required.contains(field), p.merging()));
        }
        return new SchemaObject(name, fields);
    }

    private Map<String, Property> properties() {
        Map<String, Property> properties = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            properties.put(name, property());
        }
        return properties;
    }

    /// What the file says of a property, an item or a value.
    private static final class Property {
        private String type = "";
        private String format = "";
        private String ref = "";
        private List<String> values = List.of();
        private @Nullable Property items;
        private String mergeKey = "";
        private String patchStrategy = "";
        private String listType = "";
        private List<String> listMapKeys = List.of();

        SchemaField.Merging merging() {
            boolean usual = mergeKey.isEmpty() && patchStrategy.isEmpty() && listType.isEmpty();
            return usual
                    ? SchemaField.Merging.USUAL
                    : new SchemaField.Merging(mergeKey, patchStrategy, listType, listMapKeys);
        }

        FieldType fieldType() {
            if (!ref.isEmpty()) {
                FieldType scalar = SCALARS.get(ref);
                return scalar == null ? new FieldType.ObjectOf(ref) : scalar;
            }
            return switch (type) {
                case "string" -> new FieldType.Text(format, values);
                case "integer" -> new FieldType.Whole(format.equals("int32") ? 32 : 64);
                case "number" -> new FieldType.Fraction();
                case "boolean" -> new FieldType.Flag();
                case "array" -> new FieldType.ListOf(items == null ? new FieldType.Anything() : items.fieldType());
                default -> items == null ? new FieldType.Anything() : new FieldType.MapOf(items.fieldType());
            };
        }
    }

    private Property property() {
        Property property = new Property();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String part = json.currentName();
            json.nextToken();
            switch (part) {
                case "type" -> property.type = json.getString();
                case "format" -> property.format = json.getString();
                case "ref" -> property.ref = json.getString();
                case "enum" -> property.values = strings();
                case "items", "values" -> property.items = property();
                case "mergeKey" -> property.mergeKey = json.getString();
                case "patchStrategy" -> property.patchStrategy = json.getString();
                case "listType" -> property.listType = json.getString();
                case "listMapKeys" -> property.listMapKeys = strings();
                default -> json.skipChildren();
            }
        }
        return property;
    }

    private List<String> strings() {
        List<String> strings = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            strings.add(json.getString());
        }
        return strings;
    }
}
