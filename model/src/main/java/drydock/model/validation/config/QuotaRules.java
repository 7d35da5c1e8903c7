package drydock.model.validation.config;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceNames;
import drydock.model.validation.Amounts;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Set;

/// Quotas of namespaces (`pkg/apis/core/validation/validation.go ValidateResourceQuotaSpec`,
/// `ValidateResourceQuantityValue`).
final class QuotaRules {

    /// What is counted.
    private static final Set<String> OBJECTS = Set.of(
            "pods",
            "services",
            "replicationcontrollers",
            "resourcequotas",
            "secrets",
            "configmaps",
            "persistentvolumeclaims",
            "services.nodeports",
            "services.loadbalancers");

    static final List<Rule> RULES = List.of(Rule.of("ResourceQuotaSpec", QuotaRules::quota));

    private QuotaRules() {}

    private static void quota(Visit spec) {
        AmountNames.check(spec, "hard", ResourceNames::isOfQuotas, "quota");
        Amounts.of(spec, "hard").forEach((name, amount) -> {
            FieldPath at = spec.path().key("hard").key(name);
            amount(spec, "spec.hard[" + name + "]", at, name, amount);
        });
    }

    /// What there is of something is not below nothing, and whole where there are no parts of it.
    static void amount(Visit visit, String called, FieldPath at, String name, Amounts.Amount amount) {
        if (amount.exact().signum() < 0) {
            visit.errorCalled(called, Checks.NUMBER_RANGE, at, "number-negative", amount.text())
                    .words(ServerWords.invalid(amount.text(), "must be greater than or equal to 0"));
        }
        if (isWhole(name) && !amount.isWhole()) {
            visit.errorCalled(called, "quota", at, "quota-whole")
                    .words(ServerWords.invalid(amount.text(), "must be an integer"));
        }
    }

    /// Whether there are no parts of it: objects and devices (`helper.IsIntegerResourceName`).
    private static boolean isWhole(String name) {
        return ResourceNames.isExtended(name) || name.startsWith("count/") || OBJECTS.contains(name);
    }
}
