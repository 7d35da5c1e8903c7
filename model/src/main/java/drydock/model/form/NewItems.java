package drydock.model.form;

import drydock.model.resource.FieldType;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// With what a new item of a list of objects begins.
public final class NewItems {

    private NewItems() {}

    /// The value of an item that is added to `items`: what the API needs, names that are free.
    public static Map<String, Object> next(FormItem.Items items, Schema schema) {
        Map<String, Object> value = new LinkedHashMap<>();
        if (items.field().type() instanceof FieldType.ListOf(FieldType.ObjectOf(String definition))) {
            switch (definition.substring(definition.lastIndexOf('.') + 1)) {
                case "Container" -> {
                    value.put("name", freeName(items, "container"));
                    value.put("image", "");
                }
                case "ContainerPort" -> value.put("containerPort", 80);
                case "ServicePort" -> {
                    value.put("name", freeName(items, "port"));
                    value.put("port", 80);
                }
                case "EnvVar" -> {
                    value.put(
                            "name",
                            freeName(items, "VARIABLE").replace('-', '_').toUpperCase(Locale.ROOT));
                    value.put("value", "");
                }
                case "Volume" -> {
                    value.put("name", freeName(items, "volume"));
                    value.put("emptyDir", Map.of());
                }
                default ->
                    schema.object(definition)
                            .ifPresent(shape -> shape.fields().stream()
                                    .filter(SchemaField::required)
                                    .forEach(field -> blank(field.type()).ifPresent(v -> value.put(field.name(), v))));
            }
        }
        return value;
    }

    private static Optional<Object> blank(FieldType type) {
        return switch (type) {
            case FieldType.Text(var _, var values) -> Optional.of(values.isEmpty() ? "" : values.getFirst());
            case FieldType.Whole _, FieldType.IntOrText _ -> Optional.of(80);
            case FieldType.Flag _ -> Optional.of(false);
            case FieldType.Fraction _, FieldType.Amount _ -> Optional.of(1);
            case FieldType.ListOf _, FieldType.MapOf _, FieldType.ObjectOf _, FieldType.Anything _ -> Optional.empty();
        };
    }

    private static String freeName(FormItem.Items items, String start) {
        int number = items.sections().size() + 1;
        while (isTaken(items, start + "-" + number)) {
            number++;
        }
        return start + "-" + number;
    }

    private static boolean isTaken(FormItem.Items items, String name) {
        return items.sections().stream().anyMatch(section -> section.title().equalsIgnoreCase(name));
    }
}
