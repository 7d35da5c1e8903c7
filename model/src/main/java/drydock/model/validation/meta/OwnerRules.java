package drydock.model.validation.meta;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.resource.Schema;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Who an object belongs to, and who must agree to its end (`apimachinery/pkg/api/validation/objectmeta.go
/// ValidateOwnerReferences`, `ValidateFinalizers`; `pkg/apis/core/validation/validation.go
/// validateKubeFinalizerName`).
final class OwnerRules {

    private static final String RULE = "owner-reference";
    private static final String FINALIZERS = "finalizers";
    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";
    private static final Set<String> BARE = Set.of("kubernetes", ORPHAN, FOREGROUND);

    /// Kinds whose validation does not go by way of `pkg/apis/core/validation ValidateObjectMeta`.
    private static final Set<String> PLAIN = Set.of(
            "PodDisruptionBudget",
            "CustomResourceDefinition",
            "APIService",
            "ValidatingWebhookConfiguration",
            "MutatingWebhookConfiguration",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "MutatingAdmissionPolicy",
            "MutatingAdmissionPolicyBinding");

    private static final FieldPath OF_OBJECT = FieldPath.of("metadata");

    static final List<Rule> RULES = List.of(
            Rule.of("ObjectMeta", OwnerRules::owners),
            Rule.of("ObjectMeta", OwnerRules::oneController),
            Rule.of("ObjectMeta", OwnerRules::finalizers));

    private OwnerRules() {}

    private static boolean isOfObject(Visit meta) {
        return meta.path().equals(OF_OBJECT);
    }

    /// The API server leaves the place in the list out of the path.
    private static void owners(Visit meta) {
        if (!isOfObject(meta)) {
            return;
        }
        for (Visit owner : meta.each("ownerReferences")) {
            for (String field : List.of("apiVersion", "kind", "name", "uid")) {
                String value = owner.textOrEmpty(field);
                boolean empty = value.isEmpty() || (field.equals("apiVersion") && value.endsWith("/"));
                if (empty && !(owner.has(field) && owner.text(field).isEmpty())) {
                    String words = field.equals("apiVersion") ? "version must not be empty" : "must not be empty";
                    owner.errorCalled(
                                    meta.path()
                                            .key("ownerReferences")
                                            .key(field)
                                            .toString(),
                                    Checks.REQUIRED,
                                    owner.path().key(field),
                                    "required-field",
                                    owner.path().key(field))
                            .words(ServerWords.invalid(value, words));
                }
            }
            if (owner.textOrEmpty("kind").equals("Event")
                    && owner.textOrEmpty("apiVersion").equals("v1")) {
                owner.errorCalled(meta.path().key("ownerReferences").toString(), RULE, owner.path(), "owner-event");
            }
        }
    }

    /// The same twice counts once (`apiserver/pkg/endpoints/handlers/rest.go dedupOwnerReferences`).
    private static void oneController(Visit meta) {
        List<?> owners = meta.value("ownerReferences") instanceof List<?> list ? list : List.of();
        List<Visit> visits = meta.each("ownerReferences");
        List<Visit> controllers = IntStream.range(0, visits.size())
                .filter(i -> owners.indexOf(owners.get(i)) == i)
                .mapToObj(visits::get)
                .filter(owner -> owner.isTrue("controller"))
                .toList();
        if (isOfObject(meta) && controllers.size() > 1) {
            meta.errorCalled(
                    meta.path().key("ownerReferences").toString(),
                    RULE,
                    controllers.get(1).path(),
                    "owner-two-controllers");
        }
    }

    /// Whether the API server wants of a kind more than qualified names; it does of most of its own, and of none that
    /// others define.
    private static boolean needsDomain(Visit meta) {
        boolean own = meta.id()
                .map(id -> id.group().isEmpty() || Schema.kubernetes().hasGroup(id.group()))
                .orElse(true);
        return own && !PLAIN.contains(meta.kind());
    }

    private static void finalizers(Visit meta) {
        if (!isOfObject(meta)) {
            return;
        }
        List<String> names = meta.list(FINALIZERS);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            var at = meta.path().key(FINALIZERS).index(i);
            Names.qualifiedNameProblems(name).stream()
                    .findFirst()
                    .ifPresent(problem -> meta.errorCalled(
                                    meta.path().key(FINALIZERS).toString(),
                                    "finalizer",
                                    at,
                                    "label-key",
                                    Checks.shown(name),
                                    problem)
                            .words(ServerWords.invalid(name, problem)));
            if (needsDomain(meta) && name.indexOf('/') < 0 && !BARE.contains(name)) {
                meta.error("finalizer", at, "finalizer-bare", Checks.shown(name))
                        .words(ServerWords.invalid(
                                name, "name is neither a standard finalizer name nor is it fully qualified"));
            }
        }
        if (names.contains(FOREGROUND) && names.contains(ORPHAN)) {
            meta.error("finalizer", FINALIZERS, "finalizers-both")
                    .words(ServerWords.invalid(names, "finalizer orphan and foregroundDeletion cannot be both set"));
        }
    }
}
