package drydock.model.validation.custom;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether a schema is structural: a type is told for every value (`apiextensions-apiserver/pkg/apiserver/schema
/// ValidateStructural`).
final class StructureRules {

    static final List<Rule> RULES = List.of(Rule.of("CustomResourceDefinitionVersion", StructureRules::root));

    private static final List<String> COMBINED = List.of("allOf", "anyOf", "oneOf", "not");

    private StructureRules() {}

    private static void root(Visit version) {
        if (version.in("schema").value("openAPIV3Schema") instanceof Map<?, ?> schema) {
            FieldPath at = version.path().key("schema").key("openAPIV3Schema");
            String type = text(schema.get("type"));
            if (!type.equals("object")) {
                version.error(DefinitionRules.RULE, at.key("type"), "root-object", Checks.shown(type))
                        .words(ServerWords.invalid(type, "must be object at the root"));
            }
            inside(version, schema, at);
        }
    }

    private static void inside(Visit version, Map<?, ?> schema, FieldPath at) {
        if (map(schema.get("properties")) instanceof Map<?, ?> properties) {
            if (map(schema.get("additionalProperties")) != null) {
                FieldPath where = at.key("additionalProperties");
                version.error(DefinitionRules.RULE, where, "properties-twice")
                        .words(ServerWords.forbidden("additionalProperties and properties are mutual exclusive"));
            }
            properties.forEach((name, property) ->
                    value(version, property, at.key("properties").key(String.valueOf(name)), "object fields"));
        }
        if (map(schema.get("additionalProperties")) instanceof Map<?, ?> values) {
            value(version, values, at.key("additionalProperties"), "object fields");
        }
        if (text(schema.get("type")).equals("array")) {
            if (map(schema.get("items")) instanceof Map<?, ?> items) {
                value(version, items, at.key("items"), "array items");
            } else {
                version.error(Checks.REQUIRED, at.key("items"), "required-field", at.key("items"))
                        .words(ServerWords.required("must be specified"));
            }
        }
        for (String part : COMBINED) {
            if (schema.get(part) instanceof Map<?, ?> one) {
                combined(version, one, at.key(part));
            } else if (schema.get(part) instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    combined(version, list.get(i), at.key(part).index(i));
                }
            }
        }
    }

    private static void value(Visit version, @Nullable Object written, FieldPath at, String where) {
        if (!(written instanceof Map<?, ?> schema)) {
            return;
        }
        boolean free = Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"))
                || Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"));
        if (text(schema.get("type")).isEmpty() && !free) {
            version.error(Checks.REQUIRED, at.key("type"), "required-field", at.key("type"))
                    .words(ServerWords.required("must not be empty for specified " + where));
        }
        inside(version, schema, at);
    }

    /// Within a combination nothing may be told but of values.
    private static void combined(Visit version, @Nullable Object written, FieldPath at) {
        if (written instanceof Map<?, ?> schema) {
            for (String forbidden : List.of("description", "default", "additionalProperties", "nullable")) {
                if (schema.get(forbidden) != null && !Boolean.FALSE.equals(schema.get(forbidden))) {
                    version.error(DefinitionRules.RULE, at.key(forbidden), "only-values", forbidden)
                            .words(ServerWords.forbidden("must be empty to be structural"));
                }
            }
        }
    }

    private static @Nullable Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : null;
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
