package drydock.model.validation.storage;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Severity;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Objects;

/// What a claim begins as the copy of (`pkg/apis/core/validation/validation.go validateDataSource`,
/// `validateDataSourceRef`, `ValidatePersistentVolumeClaimSpec`).
final class SourceRules {

    private static final String RULE = "data-source";
    private static final String SOURCE = "dataSource";
    private static final String REFERENCE = "dataSourceRef";
    private static final String CLAIM = "PersistentVolumeClaim";

    /// From this version on the form of groups is looked at (and not changed where it was wrong before).
    private static final int GROUPS = 33;

    static final List<Rule> RULES = List.of(
            Rule.of("PersistentVolumeClaimSpec", SourceRules::sources),
            Rule.of("TypedLocalObjectReference", SourceRules::named));

    private SourceRules() {}

    private static void sources(Visit spec) {
        boolean named = spec.has(REFERENCE)
                && spec.in(REFERENCE).textOrEmpty("namespace").isEmpty();
        if (spec.has(SOURCE) && !named && isDropped(spec)) {
            String kind = spec.in(SOURCE).textOrEmpty("kind");
            spec.told(Severity.WARNING, RULE, spec.path().key(SOURCE), "data-source-dropped", kind);
        } else if (spec.has(SOURCE)) {
            required(spec.in(SOURCE));
            check(spec, SOURCE);
        }
        if (named) {
            check(spec, REFERENCE);
        }
        if (named && spec.has(SOURCE) && !isSame(spec.in(SOURCE), spec.in(REFERENCE))) {
            spec.error(RULE, spec.path(), "data-source-differs")
                    .words(ServerWords.invalidRaw("{…}", "must match dataSourceRef"))
                    .fix(spec.removing(SOURCE), "fix.remove", spec.path().key(SOURCE));
        }
    }

    /// References of other objects, which nothing is taken away of.
    private static void named(Visit reference) {
        if (!reference.path().toString().endsWith("." + SOURCE)) {
            required(reference);
        }
    }

    private static void required(Visit reference) {
        for (String field : List.of("kind", "name")) {
            if (!reference.has(field) || reference.text(field).isPresent()) {
                Checks.required(reference, field);
            }
        }
    }

    /// What a claim cannot begin with is taken away unread, as long as there was one field only
    /// (`pkg/api/persistentvolumeclaim/util.go EnforceDataSourceBackwardsCompatibility`).
    private static boolean isDropped(Visit spec) {
        Visit source = spec.in(SOURCE);
        boolean claim = group(source).isEmpty() && source.textOrEmpty("kind").equals(CLAIM);
        boolean snapshot = group(source).equals("snapshot.storage.k8s.io")
                && source.textOrEmpty("kind").equals("VolumeSnapshot");
        return spec.kind().equals(CLAIM) && !claim && !snapshot;
    }

    private static void check(Visit spec, String field) {
        Visit source = spec.in(field);
        String kind = source.textOrEmpty("kind");
        if (group(source).isEmpty() && !kind.isEmpty() && !kind.equals(CLAIM)) {
            spec.error(RULE, field, "data-source", kind)
                    .words(ServerWords.invalid(
                            kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup"));
        }
        if (spec.version().atLeast(GROUPS)) {
            Checks.form(source, "name", "apiGroup", "name-subdomain", Names::subdomainProblems);
        }
    }

    private static String group(Visit source) {
        return source.textOrEmpty("apiGroup");
    }

    private static boolean isSame(Visit source, Visit reference) {
        return List.of("apiGroup", "kind", "name").stream()
                .allMatch(field -> Objects.equals(source.value(field), reference.value(field)));
    }
}
