package drydock.model.validation.extension;

import drydock.model.validation.Checks;
import drydock.model.validation.CustomDefaults;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Parts of a schema that Kubernetes does not have, patterns, defaults and embedded objects
/// (`apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go
/// ValidateCustomResourceDefinitionOpenAPISchema`, `apiserver/schema/defaulting/validation.go`).
final class SchemaPartRules {

    private static final String RULE = "custom-schema";
    private static final String EMBEDDED = "x-kubernetes-embedded-resource";

    private static final List<String> NOT_SUPPORTED =
            List.of("$ref", "id", "definitions", "dependencies", "patternProperties", "additionalItems");

    /// What Go writes in patterns and Java does not read.
    private static final Pattern ONLY_IN_GO = Pattern.compile("\\(\\?P<|\\[\\[:|\\\\[zCpP]");

    private SchemaPartRules() {}

    /// @param combined whether it stands in `allOf` or the like, where there are no defaults
    static void check(Visit schema, boolean root, boolean combined) {
        NOT_SUPPORTED.stream()
                .filter(schema::has)
                .filter(field -> !(schema.value(field) instanceof Map<?, ?> map && map.isEmpty()))
                .forEach(field -> schema.error(RULE, field, "custom-not-supported", field)
                        .words(ServerWords.forbidden(field + " is not supported")));
        if (schema.isTrue("uniqueItems")) {
            schema.error(RULE, "uniqueItems", "custom-unique")
                    .words(ServerWords.forbidden(
                            "uniqueItems cannot be set to true since the runtime complexity becomes quadratic"));
        }
        if (schema.value("items") instanceof List<?>) {
            schema.error(RULE, "items", "custom-items-list")
                    .words(ServerWords.forbidden("items must be a schema object and not an array"));
        }
        pattern(schema);
        embedded(schema);
        if (!root && !combined && schema.value("default") != null) {
            CustomDefaults.check(schema);
        }
    }

    private static void pattern(Visit schema) {
        String pattern = schema.textOrEmpty("pattern");
        if (!isOfGo(pattern)) {
            schema.error(RULE, "pattern", "custom-pattern", Checks.shown(pattern))
                    .words(ServerWords.invalid(pattern, "must be a valid regular expression, but isn't"));
        }
    }

    /// Whether Go reads it, as far as can be told here.
    private static boolean isOfGo(String pattern) {
        if (looksAround(pattern)) {
            return false;
        }
        if (ONLY_IN_GO.matcher(pattern).find()) {
            return true;
        }
        try {
            return Pattern.compile(pattern).pattern() != null;
        } catch (PatternSyntaxException notOne) {
            return false;
        }
    }

    /// Whether it looks ahead or behind, or refers back, outside of a class of characters.
    private static boolean looksAround(String pattern) {
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> {
                    i++;
                    if (!inClass && i < pattern.length() && "123456789".indexOf(pattern.charAt(i)) >= 0) {
                        return true;
                    }
                }
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                case '(' -> {
                    String group = pattern.substring(i + 1, Math.min(pattern.length(), i + 4));
                    if (!inClass && List.of("?=", "?!", "?>").stream().anyMatch(group::startsWith)) {
                        return true;
                    }
                    if (!inClass && (group.startsWith("?<=") || group.startsWith("?<!"))) {
                        return true;
                    }
                }
                default -> {
                    // means itself, or how often
                }
            }
        }
        return false;
    }

    private static void embedded(Visit schema) {
        String type = schema.textOrEmpty("type");
        boolean typed = !schema.has("type") || schema.text("type").isPresent();
        if (schema.isTrue(EMBEDDED) && typed && !type.equals("object")) {
            schema.error(type.isEmpty() ? Checks.REQUIRED : RULE, "type", "custom-merged", EMBEDDED, "object")
                    .words(
                            type.isEmpty()
                                    ? ServerWords.required("must be object if " + EMBEDDED + " is true")
                                    : ServerWords.invalid(type, "must be object if " + EMBEDDED + " is true"));
        }
        boolean said = schema.has("x-kubernetes-preserve-unknown-fields");
        if (schema.isTrue(EMBEDDED) && !said && schema.in("properties").names().isEmpty()) {
            schema.error(Checks.REQUIRED, "properties", "custom-embedded")
                    .words(ServerWords.required("must not be empty if " + EMBEDDED
                            + " is true without x-kubernetes-preserve-unknown-fields"));
        }
    }
}
