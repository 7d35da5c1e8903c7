package drydock.model.form;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.FieldTexts;
import drydock.model.resource.FieldType;
import drydock.model.resource.Schema;
import java.util.Locale;
import java.util.Optional;

/// One field at one place of an object.
///
/// @param definition the definition that has it, as `io.k8s.api.core.v1.PodSpec`; empty where no schema tells
/// @param name its name; of an item of a list, that of the list
/// @param type what it takes
/// @param required whether the API needs it
/// @param path where it stands in the object
public record FormField(String definition, String name, FieldType type, boolean required, FieldPath path) {

    /// The field by the short name of its definition, as `PodSpec.nodeName`.
    public String qualified() {
        return definition.substring(definition.lastIndexOf('.') + 1) + "." + name;
    }

    /// What the field does, in the user's language.
    public Optional<String> explanation(Schema schema, Locale locale) {
        return schema.object(definition)
                .flatMap(owner -> owner.field(name))
                .flatMap(field -> FieldTexts.of(definition, field, locale));
    }

    /// An entry or item of the field that stands at `place`.
    public FormField at(FieldPath place) {
        return at(place, type);
    }

    FormField at(FieldPath place, FieldType inner) {
        return new FormField(definition, name, inner, false, place);
    }
}
