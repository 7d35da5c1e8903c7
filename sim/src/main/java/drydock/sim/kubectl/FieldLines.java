package drydock.sim.kubectl;

import drydock.model.resource.FieldTexts;
import drydock.model.resource.FieldType;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The fields of an object as `explain` lists them: with what each is for, or in short with those below it.
///
/// @param recursive whether those below are listed, too
record FieldLines(boolean recursive) {

    private static final Schema SCHEMA = Schema.kubernetes();
    private static final int WIDTH = 78;
    private static final int MOST_VALUES = 4;

    /// The fields of what `type` takes; empty if it has none.
    String of(FieldType type) {
        StringBuilder out = new StringBuilder();
        list(type, 1, Set.of(), out);
        return out.toString();
    }

    /// @param above the definitions that the fields stand in, which are not opened again
    private void list(FieldType type, int level, Set<String> above, StringBuilder out) {
        Optional<SchemaObject> object = object(type).filter(o -> !above.contains(o.definition()));
        if (object.isEmpty()) {
            return;
        }
        Set<String> inside = new TreeSet<>(above);
        inside.add(object.get().definition());
        for (SchemaField field : object.get().fields()) {
            detail(object.get(), field, 2 * level, out);
            if (recursive) {
                list(field.type(), level + 1, inside, out);
            }
        }
    }

    private void detail(SchemaObject object, SchemaField field, int indent, StringBuilder out) {
        out.repeat(' ', indent).append(field.name()).append("\t<").append(type(field.type()));
        out.append('>').append(field.required() ? " -required-" : "");
        List<String> values = field.type() instanceof FieldType.Text text ? text.values() : List.of();
        if (!values.isEmpty()) {
            out.append('\n').repeat(' ', indent).append("enum: ");
            out.append(values.stream().limit(MOST_VALUES).map(FieldLines::shown).collect(Collectors.joining(", ")));
            out.append(values.size() > MOST_VALUES ? ", ...." : "");
        }
        out.append('\n');
        if (!recursive) {
            String about =
                    FieldTexts.of(object.definition(), field, Locale.ROOT).orElse("<no description>");
            wrapped(about, WIDTH - indent)
                    .forEach(line -> out.repeat(' ', indent + 2).append(line).append('\n'));
            out.append('\n');
        }
    }

    /// The only values of a field, a line each; empty if it takes others.
    static String values(FieldType type) {
        return type instanceof FieldType.Text text && !text.values().isEmpty()
                ? "ENUM:"
                        + text.values().stream()
                                .map(value -> "\n    " + shown(value))
                                .collect(Collectors.joining())
                : "";
    }

    private static String shown(String value) {
        return value.isEmpty() ? "\"\"" : value;
    }

    /// The objects that stand in `type`, in its lists and maps.
    static Optional<SchemaObject> object(FieldType type) {
        return switch (type) {
            case FieldType.ListOf(FieldType items) -> object(items);
            case FieldType.MapOf(FieldType values) -> object(values);
            default -> SCHEMA.object(type);
        };
    }

    /// What a type is called.
    static String type(FieldType type) {
        return switch (type) {
            case FieldType.Text _ -> "string";
            case FieldType.Whole _ -> "integer";
            case FieldType.Fraction _ -> "number";
            case FieldType.Flag _ -> "boolean";
            case FieldType.Amount _ -> "Quantity";
            case FieldType.IntOrText _ -> "IntOrString";
            case FieldType.Anything _ -> "Object";
            case FieldType.ListOf(FieldType items) -> "[]" + type(items);
            case FieldType.MapOf(FieldType values) -> "map[string]" + type(values);
            case FieldType.ObjectOf(String definition) -> definition.substring(definition.lastIndexOf('.') + 1);
        };
    }

    /// The text in lines of at most `width`, as far as its words are not longer.
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
