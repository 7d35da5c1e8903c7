package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Quantities;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What containers ask for (`pkg/apis/core/validation ValidateContainerResourceRequirements`).
final class ResourceRules {

    static final List<Rule> RULES = List.of(
            Rule.of("ResourceRequirements", ResourceRules::names),
            Rule.of("ResourceRequirements", ResourceRules::amounts));

    private static final String RULE = "resources";
    private static final Set<String> OF_CONTAINERS = Set.of("cpu", "memory", "ephemeral-storage");

    private ResourceRules() {}

    /// A name is one of the standard ones, or has a domain. A limit stands for the request that is not
    /// there.
    private static void names(Visit resources) {
        Map<String, BigDecimal> limits = quantities(resources, "limits");
        limits.keySet().stream().filter(ResourceRules::isUnknown).forEach(name -> unknown(resources, "limits", name));
        Map<String, BigDecimal> requests = new LinkedHashMap<>(limits);
        requests.putAll(quantities(resources, "requests"));
        requests.keySet().stream()
                .filter(ResourceRules::isUnknown)
                .forEach(name -> unknown(resources, "requests", name));
    }

    private static boolean isUnknown(String name) {
        return !OF_CONTAINERS.contains(name) && name.indexOf('/') < 0 && !name.startsWith("hugepages-");
    }

    private static void unknown(Visit resources, String list, String name) {
        resources.error(RULE, resources.path().key(list).key(name), "resource-unknown", Checks.shown(name));
    }

    private static void amounts(Visit resources) {
        Map<String, BigDecimal> limits = quantities(resources, "limits");
        Map<String, BigDecimal> requests = quantities(resources, "requests");
        limits.forEach((name, amount) -> notNegative(resources, "limits", name, amount));
        requests.forEach((name, amount) -> {
            notNegative(resources, "requests", name, amount);
            BigDecimal limit = limits.get(name);
            if (limit != null && amount.compareTo(limit) > 0) {
                FieldPath at = resources.path().key("requests");
                resources.errorCalled(
                        at.toString(), RULE, at.key(name), "request-above-limit", name, limit.toPlainString());
            }
        });
    }

    private static void notNegative(Visit resources, String list, String name, BigDecimal amount) {
        if (amount.signum() < 0) {
            resources.error(RULE, resources.path().key(list).key(name), "number-negative", amount.toPlainString());
        }
    }

    private static Map<String, BigDecimal> quantities(Visit resources, String list) {
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        if (resources.value(list) instanceof Map<?, ?> map) {
            map.forEach((name, amount) -> Quantities.parse(String.valueOf(amount))
                    .map(Quantities::exact)
                    .ifPresent(exact -> quantities.put(String.valueOf(name), exact)));
        }
        return quantities;
    }
}
