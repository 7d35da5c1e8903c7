package drydock.model.validation.custom;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Names, versions and scope of a CustomResourceDefinition
/// (`apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go`).
final class DefinitionRules {

    static final String RULE = "custom-definition";

    static final List<Rule> RULES = List.of(
            Rule.of("CustomResourceDefinition", DefinitionRules::name),
            Rule.of("CustomResourceDefinitionSpec", DefinitionRules::group),
            Rule.of("CustomResourceDefinitionSpec", DefinitionRules::scope),
            Rule.of("CustomResourceDefinitionSpec", DefinitionRules::versions),
            Rule.of("CustomResourceDefinitionSpec", DefinitionRules::preserve),
            Rule.of("CustomResourceDefinitionNames", DefinitionRules::names));

    private DefinitionRules() {}

    /// `ValidateCustomResourceDefinition`
    private static void name(Visit definition) {
        String group = definition.in("spec").text("group").orElse("");
        String plural = definition.in("spec").in("names").text("plural").orElse("");
        String name = definition.in("metadata").text("name").orElse("");
        String needed = plural + "." + group;
        if (!name.isEmpty() && !group.isEmpty() && !plural.isEmpty() && !name.equals(needed)) {
            definition
                    .in("metadata")
                    .error(RULE, "name", "definition-name", Checks.shown(name), needed)
                    .words(ServerWords.invalid(name, "must be spec.names.plural+\".\"+spec.group"));
        }
    }

    private static void group(Visit spec) {
        String group = spec.text("group").orElse("");
        if (!group.isEmpty()) {
            Checks.form(spec, "name", "group", "name-subdomain", group, Names::subdomainProblems);
            if (group.indexOf('.') < 0) {
                spec.error(RULE, "group", "group-dot", Checks.shown(group))
                        .words(ServerWords.invalid(group, "should be a domain with at least one dot"));
            }
        }
    }

    private static void scope(Visit spec) {
        List<String> scopes = List.of("Cluster", "Namespaced");
        spec.text("scope")
                .filter(s -> !s.isEmpty() && !scopes.contains(s))
                .ifPresent(s -> spec.error(
                                "unsupported-value",
                                "scope",
                                "unsupported-value",
                                Checks.shown(s),
                                String.join(", ", scopes))
                        .words(ServerWords.unsupported(s, scopes)));
    }

    private static void versions(Visit spec) {
        List<Visit> versions = spec.each("versions");
        long stored = versions.stream().filter(v -> v.isTrue("storage")).count();
        if (!versions.isEmpty() && stored != 1) {
            spec.error(RULE, "versions", "one-storage", stored)
                    .words(ServerWords.invalidRaw("[…]", "must have exactly one version marked as storage version"));
        }
        Set<String> names = new HashSet<>();
        for (Visit version : versions) {
            String name = version.text("name").orElse("");
            if (!name.isEmpty()) {
                Checks.form(version, "name", "name", "name-label", name, Names::labelProblems);
                if (!names.add(name)) {
                    spec.error(RULE, "versions", "duplicate-value", Checks.shown(name))
                            .words(ServerWords.invalidRaw("[…]", "must contain unique version names"));
                }
            }
            if (!version.in("schema").has("openAPIV3Schema")) {
                FieldPath at = version.path().key("schema").key("openAPIV3Schema");
                version.error(Checks.REQUIRED, at, "required-field", at)
                        .words(ServerWords.required("schemas are required"));
            }
        }
    }

    private static void preserve(Visit spec) {
        if (spec.isTrue("preserveUnknownFields")) {
            spec.error(RULE, "preserveUnknownFields", "preserve")
                    .words(ServerWords.invalid(
                            true,
                            "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in"
                                    + " spec.versions[*].schema instead"))
                    .fix(spec.removing("preserveUnknownFields"), "remove-preserve");
        }
    }

    /// `ValidateCustomResourceDefinitionNames`; the kind is held to its form in lower case.
    private static void names(Visit names) {
        for (String field : List.of("plural", "singular", "listKind", "kind")) {
            String name = names.text(field).orElse("");
            boolean ofKind = field.equals("kind") || field.equals("listKind");
            if (!name.isEmpty()) {
                String held = ofKind ? name.toLowerCase(Locale.ROOT) : name;
                Checks.form(names, "name", field, "name-label", held, Names::labelProblems);
            }
        }
        String kind = names.text("kind").orElse("");
        if (!kind.isEmpty() && kind.equals(names.text("listKind").orElse(""))) {
            names.error(RULE, "listKind", "list-kind")
                    .words(ServerWords.invalid(kind, "kind and listKind may not be the same"));
        }
    }
}
