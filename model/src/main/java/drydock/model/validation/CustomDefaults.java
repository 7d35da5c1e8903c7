package drydock.model.validation;

import java.util.LinkedHashMap;
import java.util.Map;

/// The defaults of custom fields, which must be values that their schemas take
/// (`apiextensions-apiserver/pkg/apiserver/schema/defaulting/validation.go validate`).
public final class CustomDefaults {

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
        var at = new CustomPath(schema.path().key("default"), schema.called("default"));
        new CustomValues(new CustomIssues(schema)).value(CustomSchema.of(written), written.get("default"), at);
    }
}
