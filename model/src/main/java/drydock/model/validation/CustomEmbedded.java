package drydock.model.validation;

import drydock.model.resource.Names;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Holds objects inside of an object of a custom kind to what all objects have: a version, a kind, right metadata
/// (`apiextensions-apiserver/pkg/apiserver/schema/objectmeta/validation.go`).
///
/// @param issues where it is told
record CustomEmbedded(CustomIssues issues) {

    void check(CustomSchema schema, @Nullable Object value, CustomPath at) {
        switch (value) {
            case Map<?, ?> map -> {
                if (schema.is("x-kubernetes-embedded-resource")) {
                    object(map, at);
                }
                map.forEach((key, inner) -> {
                    String name = String.valueOf(key);
                    CustomSchema field = schema.field(name);
                    if (field != null) {
                        check(field, inner, schema.knows(name) ? at.key(name) : at.entry(name));
                    }
                });
            }
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    check(schema.in("items"), list.get(i), at.index(i));
                }
            }
            case null, default -> {
                // no object
            }
        }
    }

    private void object(Map<?, ?> object, CustomPath at) {
        named(object, "apiVersion", at, CustomEmbedded::versionProblems);
        named(object, "kind", at, CustomEmbedded::kindProblems);
        CustomPath there = at.key("metadata");
        Object metadata = object.get("metadata");
        if (metadata instanceof Map<?, ?> fields) {
            metadata(fields, there);
        } else if (metadata != null) {
            String shown = ScalarTypes.shown(metadata);
            issues.value(there, "custom-type", ServerWords.invalid(metadata, "must be an object"), "object", shown);
        }
    }

    private void named(Map<?, ?> object, String field, CustomPath at, Function<String, List<String>> problems) {
        Object value = object.get(field);
        CustomPath there = at.key(field);
        if (!object.containsKey(field) || "".equals(value)) {
            issues.required(there);
        } else if (value instanceof String text) {
            tell(there, text, problems.apply(text));
        } else {
            issues.value(there, "custom-text", ServerWords.invalid(value, "must be a string"));
        }
    }

    private static List<String> versionProblems(String version) {
        long slashes = version.chars().filter(c -> c == '/').count();
        return slashes > 1 ? List.of("unexpected GroupVersion string: " + version) : List.of();
    }

    private static List<String> kindProblems(String kind) {
        return Names.oldLabelProblems(kind.toLowerCase(Locale.ROOT)).stream()
                .map(problem -> "may have mixed case, but should otherwise match: " + problem)
                .toList();
    }

    private void metadata(Map<?, ?> metadata, CustomPath at) {
        if (metadata.get("name") instanceof String name) {
            tell(at.key("name"), name, Names.pathSegmentProblems(name));
        }
        if (metadata.get("labels") instanceof Map<?, ?> labels) {
            labels.forEach((key, value) -> {
                String label = String.valueOf(key);
                tell(at.key("labels"), label, Names.qualifiedNameProblems(label));
                if (value instanceof String text) {
                    tell(at.key("labels"), text, Names.labelValueProblems(text));
                }
            });
        }
        if (metadata.get("annotations") instanceof Map<?, ?> annotations) {
            annotations.keySet().stream()
                    .map(String::valueOf)
                    .forEach(key -> tell(
                            at.key("annotations"), key, Names.qualifiedNameProblems(key.toLowerCase(Locale.ROOT))));
        }
    }

    private void tell(CustomPath at, String value, List<String> problems) {
        problems.forEach(problem -> issues.value(
                at, "custom-embedded-name", ServerWords.invalid(value, problem), ScalarTypes.shown(value), problem));
    }
}
