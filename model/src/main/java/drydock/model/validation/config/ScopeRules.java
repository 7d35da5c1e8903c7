package drydock.model.validation.config;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceNames;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which objects a quota counts (`pkg/apis/core/validation/validation.go validateResourceQuotaScopes`,
/// `validateScopedResourceSelectorRequirement`; `pkg/apis/core/helper/helpers.go
/// IsResourceQuotaScopeValidForResource`).
final class ScopeRules {

    private static final String RULE = "quota";

    /// What one Pod is or is not.
    private static final List<String> OF_PODS =
            List.of("Terminating", "NotTerminating", "BestEffort", "NotBestEffort", "CrossNamespacePodAffinity");

    private static final Set<String> COMPUTE =
            Set.of("pods", "cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory");

    private static final Set<String> STORAGE = Set.of("persistentvolumeclaims", "requests.storage");

    static final List<Rule> RULES = List.of(
            Rule.of("ResourceQuotaSpec", ScopeRules::scopes),
            Rule.of("ResourceQuotaSpec", ScopeRules::selected),
            Rule.of("ScopedResourceSelectorRequirement", ScopeRules::requirement));

    private ScopeRules() {}

    private static void scopes(Visit spec) {
        List<String> scopes = spec.list("scopes");
        FieldPath at = spec.path().key("scopes");
        for (int i = 0; i < scopes.size(); i++) {
            applied(spec, at.index(i), scopes.get(i));
        }
        conflicts(spec, at, scopes);
    }

    private static void selected(Visit spec) {
        Visit selector = spec.in("scopeSelector");
        List<String> scopes = new ArrayList<>();
        for (Visit requirement : selector.each("matchExpressions")) {
            scopes.add(requirement.textOrEmpty("scopeName"));
            applied(spec, requirement.path(), requirement.textOrEmpty("scopeName"));
        }
        conflicts(spec, selector.path().key("matchExpressions"), scopes);
    }

    private static void applied(Visit spec, FieldPath at, String scope) {
        List<String> wrong = spec.in("hard").names().stream()
                .filter(name -> ResourceNames.isOfQuotas(name) && !counts(scope, name))
                .toList();
        if (!wrong.isEmpty()) {
            spec.error(RULE, at, "scope-resource", scope, String.join(", ", wrong))
                    .words(ServerWords.invalidRaw("[…]", "unsupported scope applied to resource"));
        }
    }

    private static boolean counts(String scope, String resource) {
        return switch (scope) {
            case "Terminating", "NotTerminating", "NotBestEffort", "PriorityClass", "CrossNamespacePodAffinity" ->
                COMPUTE.contains(resource);
            case "BestEffort" -> resource.equals("pods");
            case "VolumeAttributesClass" -> STORAGE.contains(resource);
            default -> true;
        };
    }

    private static void conflicts(Visit spec, FieldPath at, List<String> scopes) {
        for (List<String> pair :
                List.of(List.of("BestEffort", "NotBestEffort"), List.of("Terminating", "NotTerminating"))) {
            if (scopes.containsAll(pair)) {
                spec.error(RULE, at, "scope-conflict", pair.getFirst(), pair.getLast())
                        .words(ServerWords.invalidRaw("[…]", "conflicting scopes"));
            }
        }
    }

    private static void requirement(Visit requirement) {
        String operator = requirement.textOrEmpty("operator");
        String scope = requirement.textOrEmpty("scopeName");
        if (OF_PODS.contains(scope) && !operator.isEmpty() && !operator.equals("Exists")) {
            requirement
                    .error(RULE, "operator", "scope-exists", scope)
                    .words(ServerWords.invalid(
                            operator,
                            "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, "
                                    + "ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, "
                                    + "ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity"))
                    .fix(
                            requirement.setting("operator", "Exists"),
                            "fix.set",
                            requirement.path().key("operator"),
                            "Exists");
        }
        List<String> values = requirement.list("values");
        boolean listed = List.of("In", "NotIn").contains(operator);
        if (listed && values.isEmpty()) {
            Checks.missing(
                    requirement,
                    "values",
                    "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector");
        } else if (List.of("Exists", "DoesNotExist").contains(operator) && !values.isEmpty()) {
            requirement
                    .error(RULE, "values", "scope-values", operator)
                    .words(ServerWords.invalid(
                            values, "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector"))
                    .fix(
                            requirement.removing("values"),
                            "fix.remove",
                            requirement.path().key("values"));
        }
    }
}
