package drydock.model.form;

import drydock.model.resource.FieldType;
import drydock.model.validation.Enumerations;
import java.util.List;
import java.util.Set;

/// Which control enters which values.
final class Controls {

    /// Fields whose texts usually have several lines.
    private static final Set<String> LONG_TEXTS =
            Set.of("ConfigMap.data", "Secret.stringData", "PriorityClass.description");

    private Controls() {}

    static boolean isScalar(FieldType type) {
        return switch (type) {
            case FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.Fraction _,
                    FieldType.Flag _,
                    FieldType.Amount _,
                    FieldType.IntOrText _ -> true;
            case FieldType.Anything _, FieldType.ListOf _, FieldType.MapOf _, FieldType.ObjectOf _ -> false;
        };
    }

    /// The control for one value of `type` of the field, which may be an item of it.
    static FieldControl of(FormField field, FieldType type) {
        return switch (type) {
            case FieldType.Text text -> {
                List<String> values = Enumerations.values(field.qualified(), text);
                yield values.isEmpty()
                        ? new FieldControl.Text(LONG_TEXTS.contains(field.qualified()))
                        : new FieldControl.Choice(values);
            }
            case FieldType.Whole(int bits) ->
                new FieldControl.Whole(bits, field.name().endsWith("Seconds"));
            case FieldType.Fraction _ -> new FieldControl.Fraction();
            case FieldType.Flag _ -> new FieldControl.Flag();
            case FieldType.Amount _ -> new FieldControl.Amount();
            case FieldType.IntOrText _ -> new FieldControl.NumberOrText();
            case FieldType.Anything _, FieldType.ListOf _, FieldType.MapOf _, FieldType.ObjectOf _ ->
                new FieldControl.Yaml();
        };
    }
}
