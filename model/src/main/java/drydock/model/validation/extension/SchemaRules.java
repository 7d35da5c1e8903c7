package drydock.model.validation.extension;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The schemas of custom kinds: every value has a type (`apiextensions-apiserver/pkg/apiserver/schema/validation.go
/// ValidateStructural`, and `apiextensions/validation/validation.go ValidateCustomResourceDefinitionOpenAPISchema`).
final class SchemaRules {

    private static final String RULE = "custom-schema";
    private static final String ANY = "x-kubernetes-preserve-unknown-fields";
    private static final String INT_OR_STRING = "x-kubernetes-int-or-string";
    private static final List<String> COMBINING = List.of("allOf", "anyOf", "oneOf", "not");
    private static final Set<String> TYPES = Set.of("array", "boolean", "integer", "number", "object", "string");

    static final List<Rule> RULES = List.of(
            Rule.of("CustomResourceValidation", SchemaRules::root), Rule.of("JSONSchemaProps", SchemaRules::schema));

    private SchemaRules() {}

    private static void root(Visit validation) {
        Visit root = validation.in("openAPIV3Schema");
        String type = root.textOrEmpty("type");
        if (!validation.has("openAPIV3Schema")
                || (root.has("type") && root.text("type").isEmpty())) {
            return;
        }
        if (type.isEmpty() && !root.isTrue(ANY)) {
            Checks.missing(root, "type", "must not be empty at the root")
                    .fix(root.setting("type", "object"), "fix.set", root.path().key("type"), "object");
        } else if (!type.isEmpty() && !type.equals("object") && TYPES.contains(type)) {
            root.error(RULE, "type", "custom-root")
                    .words(ServerWords.invalid(type, "must be object at the root"))
                    .fix(root.setting("type", "object"), "fix.set", root.path().key("type"), "object");
        }
        if (root.has("additionalProperties")) {
            root.error(RULE, "additionalProperties", "custom-root-free")
                    .words(ServerWords.forbidden("must not be used at the root"));
        }
        own(root.in("properties"));
    }

    /// What every object has is the same for each kind.
    private static void own(Visit properties) {
        Map.of("apiVersion", "string", "kind", "string", "metadata", "object").forEach((name, wanted) -> {
            Visit own = properties.in(name);
            own.text("type")
                    .filter(type -> TYPES.contains(type) && !type.equals(wanted))
                    .ifPresent(type -> own.error(RULE, "type", "custom-own-type", name, wanted)
                            .words(ServerWords.invalid(type, "must be " + wanted)));
        });
        Visit metadata = properties.in("metadata");
        boolean more = metadata.names().stream()
                        .anyMatch(name -> !List.of("type", "properties").contains(name))
                || metadata.in("properties").names().stream()
                        .anyMatch(name -> !List.of("name", "generateName").contains(name));
        if (more) {
            metadata.error(RULE, metadata.path(), "custom-metadata")
                    .words(ServerWords.forbidden("must not specify anything other than name and generateName, but "
                            + "metadata is implicitly specified"));
        }
    }

    /// Looks at a schema and at what the walk does not reach: the published schema does not say what stands in
    /// `items` and `additionalProperties`.
    private static void schema(Visit schema) {
        one(schema);
        for (String field : List.of("items", "additionalProperties")) {
            if (schema.value(field) instanceof Map<?, ?>) {
                deep(schema.in(field));
            }
        }
    }

    private static void deep(Visit schema) {
        schema(schema);
        Visit properties = schema.in("properties");
        for (String name : properties.names()) {
            if (properties.value(name) instanceof Map<?, ?>) {
                deep(properties.in(name));
            }
        }
    }

    private static void one(Visit schema) {
        boolean root = schema.path().last().equals(new FieldPath.Key("openAPIV3Schema"));
        SchemaPartRules.check(schema, root, isCombined(schema));
        SchemaListRules.check(schema);
        SchemaValidationRules.check(schema);
        SchemaExpressionRules.check(schema, root, isCombined(schema));
        if (schema.has("properties") && schema.value("additionalProperties") instanceof Map<?, ?>) {
            schema.error(RULE, "additionalProperties", "custom-properties")
                    .words(ServerWords.forbidden("additionalProperties and properties are mutual exclusive"));
        }
        if (isCombined(schema)) {
            onlyValues(schema);
        }
        if (Boolean.FALSE.equals(schema.value(ANY))) {
            schema.error(RULE, ANY, "custom-any").words(ServerWords.invalid(false, "must be true or undefined"));
        }
        String type = schema.textOrEmpty("type");
        if (!type.isEmpty() && !TYPES.contains(type)) {
            schema.error(
                            "unsupported-value",
                            "type",
                            "unsupported-value",
                            Checks.shown(type),
                            String.join(", ", sorted()))
                    .words(ServerWords.unsupported(type, List.copyOf(TYPES)));
        } else if (type.isEmpty() && needsType(schema)) {
            Checks.missing(schema, "type", "must not be empty for specified object fields");
        } else if (type.equals("array") && !schema.has("items")) {
            Checks.missing(schema, "items", "must be specified");
        }
    }

    /// Within a combination nothing is told but of values (`schema/validation.go validateNestedValueValidation`).
    private static void onlyValues(Visit schema) {
        for (String field : List.of("description", "default", "additionalProperties", "nullable")) {
            if (schema.has(field) && !Boolean.FALSE.equals(schema.value(field))) {
                schema.error(RULE, field, "custom-combined", field)
                        .words(ServerWords.forbidden("must be empty to be structural"));
            }
        }
        if (!schema.textOrEmpty("type").isEmpty() && !isIntOrString(schema)) {
            schema.error(RULE, "type", "custom-combined", "type")
                    .words(ServerWords.forbidden("must be empty to be structural"));
        }
    }

    /// Whether what is combined says of a whole number or a string which it is, marked as such or not
    /// (`schema/validation.go validateStructuralInvariants, isIntOrStringAnyOfPattern`).
    private static boolean isIntOrString(Visit schema) {
        Visit around = schema.top();
        List<FieldPath.Step> steps = schema.path().steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof FieldPath.Key(String key)) {
                if (COMBINING.contains(key)) {
                    return isEither(around, key);
                }
                boolean item = i + 1 < steps.size() && steps.get(i + 1) instanceof FieldPath.Index;
                around = item ? around.each(key).get(((FieldPath.Index) steps.get(i + 1)).position()) : around.in(key);
            }
        }
        return false;
    }

    /// Whether the two types are named as they must be, in `anyOf` or in the first of `allOf`.
    private static boolean isEither(Visit schema, String key) {
        Visit holder = key.equals("allOf") && !schema.each(key).isEmpty()
                ? schema.each(key).getFirst()
                : schema;
        List<String> types = holder.each("anyOf").stream()
                .map(one -> one.names().equals(List.of("type")) ? one.textOrEmpty("type") : "")
                .toList();
        return types.equals(List.of("integer", "string"));
    }

    private static boolean isCombined(Visit schema) {
        return schema.path().steps().stream()
                .anyMatch(step -> step instanceof FieldPath.Key(String key) && COMBINING.contains(key));
    }

    private static List<String> sorted() {
        return TYPES.stream().sorted().toList();
    }

    /// What stands in `properties`, `items` or `additionalProperties` has a type, except for what may be anything; what
    /// stands in `allOf` and the like has none of its own.
    private static boolean needsType(Visit schema) {
        boolean logical = isCombined(schema);
        boolean free = schema.isTrue(ANY) || schema.isTrue(INT_OR_STRING);
        boolean root = schema.path().last().equals(new FieldPath.Key("openAPIV3Schema"));
        boolean typed = schema.has("type") && schema.text("type").isEmpty();
        return !logical && !free && !root && !typed && !schema.has("$ref");
    }
}
