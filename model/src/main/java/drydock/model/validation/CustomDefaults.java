package drydock.model.validation;

import java.util.LinkedHashMap;
import java.util.Map;

/// The defaults of custom fields, which must be values that their schemas take, with no field that would be dropped
/// (`apiextensions-apiserver/pkg/apiserver/schema/defaulting/validation.go validate`).
public final class CustomDefaults {

    private static final String FIELD = "default";

    private CustomDefaults() {}

    /// Holds the default in a schema against the schema itself.
    public static void check(Visit schema) {
        Map<String, Object> written = new LinkedHashMap<>();
        for (String name : schema.names()) {
            Object value = schema.value(name);
            if (value != null) {
                written.put(name, value);
            }
        }
        Object value = written.get(FIELD);
        if (value instanceof Map<?, ?> map && !CustomFill.isKnown(CustomSchema.of(written), map)) {
            schema.error("custom-schema", FIELD, "custom-default-unknown")
                    .words(ServerWords.invalid(value, "must not have unknown fields"));
        }
        CustomPath root = new CustomPath(schema.path().key(FIELD), schema.called(FIELD));
        CustomObject.issues(new CustomSchema(written, true), value).forEach(issue -> issue.tell(schema, root));
    }
}
