package drydock.model.resource;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// Short explanations of the API's fields: what a field does, in which unit, and what happens when it is not set.
///
/// A bundle has them by the definition's short name and the field, as `PodSpec.restartPolicy`. Where definitions of two
/// groups have the same short name, the group's first word stands before it (`rbac.Subject.kind`); what every kind
/// has stands under `*`.
public final class FieldTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FieldTexts() {}

    /// The explanation of a field in the user's language, English where that has none.
    ///
    /// @param definition the definition that has the field, as [SchemaObject#definition()] names it:
    ///   `io.k8s.api.core.v1.PodSpec`
    /// @return one or two sentences; empty for a field that is not explained
    public static Optional<String> of(String definition, String field, Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle("drydock.model.resource.fields", locale, NO_FALLBACK);
        String[] parts = definition.split("\\.", -1);
        String name = parts[parts.length - 1];
        String group = parts.length < 3 ? "" : parts[parts.length - 3];
        return text(texts, group + "." + name + "." + field)
                .or(() -> text(texts, name + "." + field))
                .or(() -> text(texts, "*." + field).filter(_ -> isKind(definition)));
    }

    /// The explanation of a field in the user's language; of a custom kind, what its definition tells.
    public static Optional<String> of(String definition, SchemaField field, Locale locale) {
        return of(definition, field.name(), locale)
                .or(() -> Optional.of(field.description()).filter(text -> !text.isEmpty()));
    }

    private static Optional<String> text(ResourceBundle texts, String key) {
        return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
    }

    private static boolean isKind(String definition) {
        return Schema.kubernetes()
                .object(definition)
                .filter(o ->
                        o.field("apiVersion").isPresent() && o.field("metadata").isPresent())
                .isPresent();
    }
}
