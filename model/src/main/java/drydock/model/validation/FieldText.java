package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.FieldType;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;

/// A path as the API server writes it, which puts the keys of maps, but not the names of fields, in
/// brackets: `spec.containers[0].resources.limits[cpu]`.
final class FieldText {

    private FieldText() {}

    static String of(Schema schema, SchemaObject kind, FieldPath path) {
        FieldType type = new FieldType.ObjectOf(kind.definition());
        StringBuilder text = new StringBuilder();
        for (FieldPath.Step step : path.steps()) {
            boolean bracketed = type instanceof FieldType.MapOf;
            switch (step) {
                case FieldPath.Index(int position) ->
                    text.append('[').append(position).append(']');
                case FieldPath.Key(String key)
                when bracketed || key.indexOf('.') >= 0 ->
                    text.append('[').append(key).append(']');
                case FieldPath.Key(String key) ->
                    text.append(text.isEmpty() ? "" : ".").append(key);
            }
            type = inside(schema, type, step);
        }
        String name = kind.definition().substring(kind.definition().lastIndexOf('.') + 1);
        return FieldAliases.of(name, text.toString());
    }

    private static FieldType inside(Schema schema, FieldType type, FieldPath.Step step) {
        return switch (type) {
            case FieldType.ListOf(FieldType items) -> items;
            case FieldType.MapOf(FieldType values) -> values;
            case FieldType.ObjectOf _
            when step instanceof FieldPath.Key(String key) ->
                schema.object(type)
                        .flatMap(o -> o.field(key))
                        .map(SchemaField::type)
                        .orElseGet(FieldType.Anything::new);
            case FieldType.ObjectOf _,
                    FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.Fraction _,
                    FieldType.Flag _,
                    FieldType.Amount _,
                    FieldType.IntOrText _,
                    FieldType.Anything _ -> new FieldType.Anything();
        };
    }
}
