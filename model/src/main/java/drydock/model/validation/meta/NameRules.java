package drydock.model.validation.meta;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The names of objects, by the rule of each kind (`apimachinery/pkg/api/validation/objectmeta.go
/// ValidateObjectMeta`, and the function for names that each kind gives it).
final class NameRules {

    private static final String RULE = "name";
    private static final String NAME = "name";
    private static final String GENERATE = "generateName";

    /// Five letters are put behind what names are generated from, of which at most 58 are used
    /// (`apiserver/pkg/storage/names/generate.go`).
    private static final int GENERATED = 5;

    private static final int LONGEST_BASE = 58;

    /// Kinds whose name is a DNS label; other names are subdomains.
    private static final Set<String> NAMED_BY_LABEL = Set.of("Namespace", "StatefulSet");

    /// Kinds whose name may be whatever a path segment may: those of access control
    /// (`ValidatePathSegmentName`), and those whose metadata nobody but the storage looks at, or whose names
    /// have rules of their own.
    private static final Set<String> NAMED_FREELY = Set.of(
            "Role",
            "RoleBinding",
            "ClusterRole",
            "ClusterRoleBinding",
            "PodDisruptionBudget",
            "CertificateSigningRequest",
            "ClusterTrustBundle",
            "APIService",
            "IPAddress",
            "Event",
            "Binding");

    /// Kinds to which the API server gives a name (`pkg/registry/core/limitrange/strategy.go`).
    private static final Set<String> NAMED_BY_SERVER = Set.of("LimitRange");

    /// From this version on a Service's name may begin with a digit (gate RelaxedServiceNameValidation).
    private static final int RELAXED_SERVICES = 36;

    /// The longest names of kinds that make other objects named after them
    /// (`pkg/apis/batch/validation/validation.go ValidateCronJobCreate`).
    private static final Map<String, Integer> LONGEST = Map.of("CronJob", 52);

    private static final FieldPath OF_OBJECT = FieldPath.of("metadata");

    static final List<Rule> RULES =
            List.of(Rule.of("ObjectMeta", NameRules::name), Rule.of("ObjectMeta", NameRules::generateName));

    private NameRules() {}

    /// Whether this is the metadata of the object itself, and of one that is stored.
    private static boolean isOfObject(Visit meta) {
        return meta.path().equals(OF_OBJECT) && !meta.kind().endsWith("Review");
    }

    private static void name(Visit meta) {
        if (!isOfObject(meta)) {
            return;
        }
        String name = meta.textOrEmpty(NAME);
        boolean untyped = meta.has(NAME) && meta.text(NAME).isEmpty();
        if (name.isEmpty()) {
            boolean generated = !meta.textOrEmpty(GENERATE).isEmpty() || NAMED_BY_SERVER.contains(meta.kind());
            if (!generated && !untyped) {
                meta.error(Checks.REQUIRED, NAME, "required-field", "metadata.name")
                        .words(ServerWords.required("name or generateName is required"));
            }
            return;
        }
        List<String> problems = problems(meta, name);
        if (!problems.isEmpty()) {
            meta.error(RULE, NAME, key(meta), Checks.shown(name), problems.getFirst())
                    .words(ServerWords.invalid(name, problems.getFirst()));
        }
        int longest = LONGEST.getOrDefault(meta.kind(), Integer.MAX_VALUE);
        if (name.length() > longest && problems.isEmpty()) {
            meta.error(RULE, NAME, "name-too-long", longest)
                    .words(ServerWords.invalid(name, "must be no more than " + longest + " characters"));
        }
    }

    private static List<String> problems(Visit meta, String name) {
        return switch (key(meta)) {
            case "name-segment" -> Names.pathSegmentProblems(name);
            case "name-label" ->
                meta.kind().equals("Service") && !meta.version().atLeast(RELAXED_SERVICES)
                        ? Names.oldLabelProblems(name)
                        : Names.labelProblems(name);
            default -> Names.subdomainProblems(name);
        };
    }

    /// An Event of events.k8s.io is named as other objects are.
    private static String key(Visit meta) {
        String kind = meta.kind();
        boolean event =
                kind.equals("Event") && meta.top().textOrEmpty("apiVersion").startsWith("events.k8s.io/");
        if (NAMED_FREELY.contains(kind) && !event) {
            return "name-segment";
        }
        return NAMED_BY_LABEL.contains(kind) || kind.equals("Service") ? "name-label" : "name-subdomain";
    }

    /// What the name is generated from is wrong, and so is each name that comes of it.
    private static void generateName(Visit meta) {
        String base = meta.textOrEmpty(GENERATE);
        if (!isOfObject(meta) || base.isEmpty()) {
            return;
        }
        List<String> problems = problems(meta, Names.withoutTrailingDash(base));
        if (!problems.isEmpty()) {
            meta.error(RULE, GENERATE, key(meta), Checks.shown(base), problems.getFirst())
                    .words(ServerWords.invalid(base, problems.getFirst()));
        }
        String generated = base.substring(0, Math.min(base.length(), LONGEST_BASE)) + "x".repeat(GENERATED);
        int longest = LONGEST.getOrDefault(meta.kind(), Integer.MAX_VALUE);
        boolean wrong = !problems(meta, generated).isEmpty() || generated.length() > longest;
        if (meta.textOrEmpty(NAME).isEmpty() && wrong) {
            meta.errorCalled("metadata.name", RULE, meta.path().key(GENERATE), "name-generated", Checks.shown(base));
        }
    }
}
