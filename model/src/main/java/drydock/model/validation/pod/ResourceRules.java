package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceNames;
import drydock.model.validation.Amounts;
import drydock.model.validation.Amounts.Amount;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What containers ask for (`pkg/apis/core/validation/validation.go validateResourceRequirements`).
final class ResourceRules {

    static final String RULE = "resources";
    private static final FieldPath.Key SPEC = new FieldPath.Key("spec");

    static final List<Rule> RULES = List.of(Rule.of("ResourceRequirements", ResourceRules::check));

    private ResourceRules() {}

    private static void check(Visit resources) {
        Map<String, Amount> limits = Amounts.of(resources, "limits");
        Map<String, Amount> requests = Amounts.of(resources, "requests");
        names(resources, limits, requests);
        limits.forEach((name, amount) -> amount(resources, "limits", name, amount));
        requested(resources, limits, requests).forEach((name, amount) -> amount(resources, "requests", name, amount));
        aboveLimits(resources, limits, requests);
        hugePages(resources, limits, requests);
    }

    /// In a Pod a limit stands for the request that is not there (`pkg/apis/core/v1/defaults.go SetDefaults_Pod`).
    private static Map<String, Amount> requested(
            Visit resources, Map<String, Amount> limits, Map<String, Amount> requests) {
        Map<String, Amount> all = new LinkedHashMap<>(requests);
        if (Pods.isPod(resources) && !isOfPod(resources)) {
            limits.forEach(all::putIfAbsent);
        }
        return all;
    }

    /// Whether these are the resources of the Pod as a whole, which have rules of their own.
    private static boolean isOfPod(Visit resources) {
        return resources.path().length() > 1 && resources.path().parent().last().equals(SPEC);
    }

    private static void names(Visit resources, Map<String, Amount> limits, Map<String, Amount> requests) {
        if (isOfPod(resources)) {
            return;
        }
        limits.keySet().forEach(name -> name(resources, "limits", name));
        requested(resources, limits, requests).keySet().forEach(name -> name(resources, "requests", name));
    }

    private static void name(Visit resources, String list, String name) {
        nameProblem(name)
                .ifPresent(problem -> resources
                        .error(RULE, resources.path().key(list).key(name), "resource-unknown", Checks.shown(name))
                        .words(ServerWords.invalid(name, problem)));
    }

    /// What is wrong with a name, in the API server's words (`validateContainerResourceName`).
    private static Optional<String> nameProblem(String name) {
        boolean bare = name.indexOf('/') < 0;
        List<String> problems = Names.qualifiedNameProblems(name);
        if (!problems.isEmpty()) {
            return Optional.of(problems.getFirst());
        } else if (bare && !ResourceNames.isStandard(name)) {
            return Optional.of("must be a standard resource type or fully qualified");
        } else if (bare && !ResourceNames.isOfContainers(name)) {
            return Optional.of("must be a standard resource for containers");
        }
        return ResourceNames.isNative(name) || ResourceNames.isExtended(name)
                ? Optional.empty()
                : Optional.of("doesn't follow extended resource name standard");
    }

    private static void amount(Visit resources, String list, String name, Amount amount) {
        FieldPath at = resources.path().key(list).key(name);
        if (amount.exact().signum() < 0) {
            resources
                    .error(RULE, at, "number-negative", amount.text())
                    .words(ServerWords.invalid(amount.text(), "must be greater than or equal to 0"));
        }
        if (ResourceNames.isExtended(name) && !amount.isWhole()) {
            resources
                    .error(RULE, at, "resource-whole", name)
                    .words(ServerWords.invalid(amount.text(), "must be an integer"));
        }
        if (ResourceNames.isHugePages(name) && !isWholePages(name, amount)) {
            resources
                    .error(RULE, at, "huge-pages-whole", amount.text(), name)
                    .words(ServerWords.invalid(
                            amount.text(), amount.text() + " is not positive integer multiple of " + name));
        }
    }

    private static boolean isWholePages(String name, Amount amount) {
        Optional<BigDecimal> page =
                Quantities.parse(name.substring(name.indexOf('-') + 1)).map(Quantities::exact);
        return page.isPresent()
                && page.get().signum() > 0
                && amount.exact().remainder(page.get()).signum() == 0;
    }

    private static void aboveLimits(Visit resources, Map<String, Amount> limits, Map<String, Amount> requested) {
        FieldPath requests = resources.path().key("requests");
        requested.forEach((name, amount) -> {
            Amount limit = limits.get(name);
            boolean exactly = !ResourceNames.isOvercommitted(name);
            if (limit == null) {
                if (exactly) {
                    resources
                            .error(Checks.REQUIRED, "limits", "resource-limit-needed", name)
                            .words(ServerWords.required("Limit must be set for non overcommitable resources"))
                            .fix(
                                    resources.in("limits").setting(name, amount.text()),
                                    "fix.set",
                                    resources.path().key("limits").key(name),
                                    amount.text());
                }
                return;
            }
            int order = amount.exact().compareTo(limit.exact());
            if (exactly ? order != 0 : order > 0) {
                String bound = exactly ? "must be equal to " : "must be less than or equal to ";
                resources
                        .errorCalled(
                                requests.toString(),
                                RULE,
                                requests.key(name),
                                exactly ? "request-not-limit" : "request-above-limit",
                                name,
                                limit.text())
                        .words(ServerWords.invalid(amount.text(), bound + name + " limit of " + limit.text()))
                        .fix(
                                resources.in("requests").setting(name, limit.text()),
                                "fix.set",
                                requests.key(name),
                                limit.text());
            }
        });
    }

    private static void hugePages(Visit resources, Map<String, Amount> limits, Map<String, Amount> requests) {
        Set<String> names = new LinkedHashSet<>(limits.keySet());
        names.addAll(requests.keySet());
        boolean compute = names.contains("cpu") || names.contains("memory");
        if (!compute && names.stream().anyMatch(ResourceNames::isHugePages)) {
            resources
                    .error(RULE, resources.path(), "huge-pages-alone")
                    .words(ServerWords.forbidden("HugePages require cpu or memory"));
        }
    }
}
