package drydock.model.validation.extension;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// CustomResourceDefinitions (`apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go`).
final class DefinitionRules {

    private static final String RULE = "custom-kind";
    private static final int LONGEST_WARNING = 256;
    private static final Set<Byte> HIDDEN = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.UNASSIGNED,
            Character.SPACE_SEPARATOR,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR);
    private static final List<String> FORMATS =
            List.of("byte", "date", "date-time", "double", "float", "int32", "int64", "password");
    private static final Set<String> COLUMNS = Set.of("integer", "number", "string", "boolean", "date");

    static final List<Rule> RULES = List.of(
            Rule.of("CustomResourceDefinition", DefinitionRules::name),
            Rule.of("CustomResourceDefinitionSpec", DefinitionRules::group),
            Rule.of("CustomResourceDefinitionSpec", DefinitionRules::versions),
            Rule.of("CustomResourceDefinitionSpec", DefinitionRules::unknownFields),
            Rule.of("CustomResourceDefinitionNames", DefinitionRules::names),
            Rule.of("CustomResourceDefinitionVersion", DefinitionRules::version),
            Rule.of("CustomResourceColumnDefinition", DefinitionRules::column),
            Rule.of("CustomResourceSubresourceScale", DefinitionRules::scale));

    private DefinitionRules() {}

    private static void name(Visit definition) {
        Visit spec = definition.in("spec");
        String plural = spec.in("names").textOrEmpty("plural");
        String wanted = plural + "." + spec.textOrEmpty("group");
        Visit meta = definition.in("metadata");
        String name = meta.textOrEmpty("name");
        boolean known = !plural.isEmpty() && !spec.textOrEmpty("group").isEmpty();
        if (known
                && !name.isEmpty()
                && !name.equals(wanted)
                && !definition.isRefused(FieldPath.of("metadata", "name"))) {
            meta.error("name", "name", "custom-name", wanted)
                    .words(ServerWords.invalid(name, "must be spec.names.plural+\".\"+spec.group"))
                    .fix(meta.setting("name", wanted), "fix.set", "metadata.name", wanted);
        }
    }

    private static void group(Visit spec) {
        Checks.form(spec, "name", "group", "name-subdomain", Names::subdomainProblems);
        String group = spec.textOrEmpty("group");
        if (!group.isEmpty() && group.indexOf('.') < 0) {
            spec.error(RULE, "group", "custom-group")
                    .words(ServerWords.invalid(group, "should be a domain with at least one dot"));
        }
    }

    private static void unknownFields(Visit spec) {
        if (spec.isTrue("preserveUnknownFields")) {
            spec.error(RULE, "preserveUnknownFields", "custom-preserve")
                    .words(ServerWords.invalid(
                            true,
                            "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in"
                                    + " spec.versions[*].schema instead"))
                    .fix(spec.removing("preserveUnknownFields"), "fix.remove", "preserveUnknownFields");
        }
    }

    private static void versions(Visit spec) {
        List<Visit> versions = spec.each("versions");
        Set<String> names = new HashSet<>();
        boolean twice = versions.stream().anyMatch(v -> !names.add(v.textOrEmpty("name")));
        if (twice) {
            spec.error(RULE, "versions", "custom-versions-once")
                    .words(ServerWords.invalidRaw("[…]", "must contain unique version names"));
        }
        long stored = versions.stream().filter(v -> v.isTrue("storage")).count();
        boolean known = versions.stream().allMatch(v -> !v.has("storage") || v.value("storage") instanceof Boolean);
        if (known && !versions.isEmpty() && stored != 1) {
            spec.error(RULE, "versions", "custom-stored")
                    .words(ServerWords.invalidRaw("[…]", "must have exactly one version marked as storage version"));
        }
        if (known && !versions.isEmpty() && stored == 0) {
            spec.errorCalled("status.storedVersions", RULE, spec.path().key("versions"), "custom-no-stored")
                    .words(ServerWords.invalidRaw("null", "must have at least one stored version"));
        }
    }

    private static void names(Visit names) {
        for (String field : List.of("plural", "singular")) {
            Checks.form(names, "name", field, "name-label", Names::oldLabelProblems);
        }
        for (String field : List.of("kind", "listKind")) {
            Checks.form(
                    names,
                    "name",
                    field,
                    "name-label",
                    kind -> Names.oldLabelProblems(kind.toLowerCase(Locale.ROOT)).stream()
                            .map(problem -> "may have mixed case, but should otherwise match: " + problem)
                            .toList());
        }
        String kind = names.textOrEmpty("kind");
        derived(names, "singular", kind.toLowerCase(Locale.ROOT), "");
        derived(
                names,
                "listKind",
                kind.isEmpty() ? "" : kind + "List",
                "may have mixed case, but should otherwise match: ");
        if (!kind.isEmpty() && kind.equals(names.textOrEmpty("listKind"))) {
            names.error(RULE, "listKind", "custom-list-kind")
                    .words(ServerWords.invalid(kind, "kind and listKind may not be the same"));
        }
        for (String field : List.of("shortNames", "categories")) {
            List<String> texts = names.list(field);
            for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i);
                FieldPath at = names.path().key(field).index(i);
                Names.oldLabelProblems(text).stream()
                        .findFirst()
                        .ifPresent(problem -> names.error("name", at, "name-label", Checks.shown(text), problem)
                                .words(ServerWords.invalid(text, problem)));
            }
        }
    }

    /// A name that is not written follows from the kind (`apiextensions/v1/defaults.go`).
    private static void derived(Visit names, String field, String name, String before) {
        boolean untyped = names.has("kind") && names.text("kind").isEmpty();
        if (!names.textOrEmpty(field).isEmpty() || untyped) {
            return;
        }
        FieldPath called = names.path().key(field);
        FieldPath at = names.has("kind") ? names.path().key("kind") : names.path();
        if (name.isEmpty()) {
            names.errorCalled(called, Checks.REQUIRED, at, "custom-names-of-kind", field)
                    .words(ServerWords.required());
            return;
        }
        Names.oldLabelProblems(name.toLowerCase(Locale.ROOT)).stream()
                .findFirst()
                .ifPresent(problem -> names.errorCalled(called, "name", at, "name-label", Checks.shown(name), problem)
                        .words(ServerWords.invalid(name, before + problem)));
    }

    private static void version(Visit version) {
        Checks.form(version, "name", "name", "name-label", Names::oldLabelProblems);
        deprecation(version);
        Visit schema = version.in("schema");
        if (!schema.has("openAPIV3Schema")) {
            FieldPath at = schema.path().key("openAPIV3Schema");
            schema.errorCalled(at, Checks.REQUIRED, at, "custom-schema")
                    .words(ServerWords.required("schemas are required"));
        }
    }

    private static void deprecation(Visit version) {
        String field = "deprecationWarning";
        version.text(field).ifPresent(warning -> {
            if (!version.isTrue("deprecated")) {
                version.error(RULE, field, "custom-deprecation")
                        .words(ServerWords.invalid(warning, "can only be set for deprecated versions"))
                        .fix(version.setting("deprecated", true), "fix.set", "deprecated", "true");
            } else if (warning.length() > LONGEST_WARNING) {
                version.error(RULE, field, "custom-deprecation-long", LONGEST_WARNING)
                        .words(ServerWords.invalid(warning, "must be <= " + LONGEST_WARNING + " characters long"));
            } else if (warning.isEmpty()) {
                version.error(RULE, field, "custom-deprecation-empty")
                        .words(ServerWords.invalid("", "must not be an empty string"));
            } else {
                hidden(warning)
                        .ifPresent(index -> version.error(RULE, field, "custom-deprecation-hidden")
                                .words(ServerWords.invalid(
                                        warning,
                                        "must only contain printable UTF-8 characters; non-printable character found"
                                                + " at index "
                                                + index)));
            }
        });
    }

    /// Where the first character stands that nobody sees, in bytes.
    private static OptionalInt hidden(String text) {
        int index = 0;
        for (int character : text.codePoints().toArray()) {
            boolean seen = character == ' ' || !HIDDEN.contains((byte) Character.getType(character));
            if (!seen) {
                return OptionalInt.of(index);
            }
            index += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
        }
        return OptionalInt.empty();
    }

    private static void column(Visit column) {
        String type = column.textOrEmpty("type");
        if (!type.isEmpty() && !COLUMNS.contains(type)) {
            String values = String.join(",", new TreeSet<>(COLUMNS));
            column.error(RULE, "type", "unsupported-value", Checks.shown(type), values.replace(",", ", "))
                    .words(ServerWords.invalid(type, "must be one of " + values));
        }
        String format = column.textOrEmpty("format");
        if (!format.isEmpty() && !FORMATS.contains(format)) {
            column.error(RULE, "format", "unsupported-value", Checks.shown(format), String.join(", ", FORMATS))
                    .words(ServerWords.invalid(format, "must be one of " + String.join(",", FORMATS)));
        }
        Checks.form(column, RULE, "jsonPath", "custom-path", DefinitionRules::pathProblems);
    }

    private static void scale(Visit scale) {
        under(scale, "specReplicasPath", ".spec.");
        under(scale, "statusReplicasPath", ".status.");
        Checks.form(scale, RULE, "labelSelectorPath", "custom-path", DefinitionRules::pathProblems);
        String selector = scale.textOrEmpty("labelSelectorPath");
        boolean inside = selector.startsWith(".spec.") || selector.startsWith(".status.");
        if (!selector.isEmpty() && pathProblems(selector).isEmpty() && !inside) {
            scale.error(RULE, "labelSelectorPath", "custom-path-under", ".spec, .status")
                    .words(ServerWords.invalid(selector, "should be a json path under either .spec or .status"));
        }
    }

    private static void under(Visit scale, String field, String parent) {
        Checks.form(scale, RULE, field, "custom-path", DefinitionRules::pathProblems);
        String path = scale.textOrEmpty(field);
        if (!path.isEmpty() && pathProblems(path).isEmpty() && !path.startsWith(parent)) {
            String place = parent.substring(0, parent.length() - 1);
            scale.error(RULE, field, "custom-path-under", place)
                    .words(ServerWords.invalid(path, "should be a json path under " + place));
        }
    }

    /// `validateSimpleJSONPath`, as far as the beginning tells.
    private static List<String> pathProblems(String path) {
        return path.startsWith(".") ? List.of() : List.of("must be a simple json path starting with .");
    }
}
