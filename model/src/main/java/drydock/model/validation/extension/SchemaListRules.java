package drydock.model.validation.extension;

import drydock.model.validation.Checks;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// What a schema says of how lists and maps are merged
/// (`apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go
/// ValidateCustomResourceDefinitionOpenAPISchema`).
final class SchemaListRules {

    private static final String RULE = "custom-schema";
    private static final String LIST_TYPE = "x-kubernetes-list-type";
    private static final String MAP_TYPE = "x-kubernetes-map-type";
    private static final String KEYS = "x-kubernetes-list-map-keys";
    private static final List<String> LIST_TYPES = List.of("atomic", "set", "map");
    private static final List<String> MAP_TYPES = List.of("atomic", "granular");

    private SchemaListRules() {}

    static void check(Visit schema) {
        oneOf(schema, LIST_TYPE, LIST_TYPES);
        oneOf(schema, MAP_TYPE, MAP_TYPES);
        ofType(schema, LIST_TYPE, "array");
        ofType(schema, MAP_TYPE, "object");
        switch (schema.textOrEmpty(LIST_TYPE)) {
            case "map" -> map(schema);
            case "set" -> {
                set(schema.in("items"));
                notMap(schema);
            }
            default -> notMap(schema);
        }
    }

    private static void oneOf(Visit schema, String field, List<String> values) {
        schema.text(field)
                .filter(chosen -> !values.contains(chosen))
                .ifPresent(chosen -> schema.error(
                                "unsupported-value",
                                field,
                                "unsupported-value",
                                Checks.shown(chosen),
                                String.join(", ", values))
                        .words(ServerWords.unsupportedOf(chosen, values)));
    }

    private static void ofType(Visit schema, String field, String wanted) {
        String type = schema.textOrEmpty("type");
        if (schema.has(field) && !type.isEmpty() && !type.equals(wanted)) {
            schema.error(RULE, "type", "custom-merged", field, wanted)
                    .words(ServerWords.invalid(type, "must be " + wanted + " if " + field + " is specified"));
        }
    }

    private static void notMap(Visit schema) {
        String type = schema.textOrEmpty(LIST_TYPE);
        if (schema.list(KEYS).isEmpty()) {
            return;
        } else if (type.isEmpty()) {
            Checks.missing(schema, LIST_TYPE, "must be map if " + KEYS + " is non-empty");
        } else if (LIST_TYPES.contains(type)) {
            schema.error(RULE, LIST_TYPE, "custom-keys-of-map")
                    .words(ServerWords.invalid(type, "must be map if " + KEYS + " is non-empty"))
                    .fix(
                            schema.setting(LIST_TYPE, "map"),
                            "fix.set",
                            schema.path().key(LIST_TYPE),
                            "map");
        }
    }

    private static void map(Visit schema) {
        List<String> keys = schema.list(KEYS);
        Visit items = schema.in("items");
        nullable(items, "map");
        if (keys.isEmpty()) {
            schema.error(Checks.REQUIRED, KEYS, "custom-list-keys")
                    .words(ServerWords.required("must not be empty if " + LIST_TYPE + " is map"));
        }
        String type = items.textOrEmpty("type");
        if (schema.has("items") && !type.isEmpty() && !type.equals("object")) {
            items.error(RULE, "type", "custom-merged", LIST_TYPE + ": map", "object")
                    .words(ServerWords.invalid(type, "must be object if parent array's " + LIST_TYPE + " is map"));
        }
        if (keys.stream().distinct().count() < keys.size()) {
            schema.error(Checks.DUPLICATE, KEYS, "duplicate-value", KEYS)
                    .words(ServerWords.invalid(keys, "must not contain duplicate entries"));
        }
        for (String key : schema.has("items") ? keys : List.<String>of()) {
            Visit property = items.in("properties").in(key);
            if (!items.in("properties").has(key)) {
                schema.error(RULE, KEYS, "custom-list-key-unknown", key)
                        .words(ServerWords.invalid(keys, "entries must all be names of item properties"));
                continue;
            }
            key(property, key);
            if (!items.list("required").contains(key) && !property.has("default")) {
                property.error(Checks.REQUIRED, "default", "custom-list-key-given", key)
                        .words(ServerWords.required("this property is in " + KEYS
                                + ", so it must have a default or be a required property"));
            }
        }
    }

    private static void key(Visit property, String key) {
        String type = property.textOrEmpty("type");
        if (type.equals("array") || type.equals("object")) {
            property.error(RULE, "type", "custom-list-key-single", key)
                    .words(ServerWords.invalid(
                            "object", "must be a scalar type if parent array's " + LIST_TYPE + " is map"));
        }
        if (property.isTrue("nullable")) {
            property.error(RULE, "nullable", "custom-list-key-null", key)
                    .words(ServerWords.forbidden("this property is in " + KEYS + ", so it cannot be nullable"))
                    .fix(
                            property.removing("nullable"),
                            "fix.remove",
                            property.path().key("nullable"));
        }
    }

    private static void nullable(Visit items, String type) {
        if (items.isTrue("nullable")) {
            items.error(RULE, "nullable", "custom-items-null", type)
                    .words(ServerWords.forbidden("cannot be nullable when " + LIST_TYPE + " is " + type))
                    .fix(items.removing("nullable"), "fix.remove", items.path().key("nullable"));
        }
    }

    private static void set(Visit items) {
        nullable(items, "set");
        switch (items.textOrEmpty("type")) {
            case "object" -> atomic(items, MAP_TYPE);
            case "array" -> {
                if (items.has(LIST_TYPE)) {
                    atomic(items, LIST_TYPE);
                }
            }
            default -> {
                // single values are told apart
            }
        }
    }

    private static void atomic(Visit items, String field) {
        if (!items.textOrEmpty(field).equals("atomic")) {
            items.error(RULE, field, "custom-set-items")
                    .words(ServerWords.invalid(
                            items.text(field).orElse("null"),
                            "must be atomic as item of a list with " + LIST_TYPE + "=set"));
        }
    }
}
