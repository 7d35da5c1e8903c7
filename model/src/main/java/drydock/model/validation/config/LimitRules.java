package drydock.model.validation.config;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceNames;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Quotas and limits of namespaces (`pkg/apis/core/validation/validation.go ValidateResourceQuotaSpec`,
/// `ValidateLimitRange`).
final class LimitRules {

    private static final String RULE = "limit-range";
    private static final List<String> TYPES = List.of("Pod", "Container", "PersistentVolumeClaim");

    static final List<Rule> RULES = List.of(
            Rule.of("ResourceQuotaSpec", LimitRules::quota),
            Rule.of("LimitRangeSpec", LimitRules::typesOnce),
            Rule.of("LimitRangeItem", LimitRules::item));

    private LimitRules() {}

    private static void quota(Visit spec) {
        AmountNames.check(spec, "hard", ResourceNames::isOfQuotas, "quota");
        amounts(spec, "hard").forEach((name, amount) -> {
            FieldPath at = spec.path().key("hard").key(name);
            if (amount.signum() < 0) {
                spec.error(Checks.NUMBER_RANGE, at, "number-negative", amount.toPlainString())
                        .words(ServerWords.invalid(amount.toPlainString(), "must be greater than or equal to 0"));
            } else if (isWhole(name) && amount.stripTrailingZeros().scale() > 0) {
                spec.error("quota", at, "quota-whole")
                        .words(ServerWords.invalid(amount.toPlainString(), "must be an integer"));
            }
        });
    }

    /// Whether there are no parts of it: objects and devices (`helper.IsIntegerResourceName`).
    static boolean isWhole(String name) {
        return ResourceNames.isExtended(name)
                || name.startsWith("count/")
                || Set.of(
                                "pods",
                                "services",
                                "replicationcontrollers",
                                "resourcequotas",
                                "secrets",
                                "configmaps",
                                "persistentvolumeclaims",
                                "services.nodeports",
                                "services.loadbalancers")
                        .contains(name);
    }

    private static void typesOnce(Visit spec) {
        Set<String> types = new HashSet<>();
        for (Visit item : spec.each("limits")) {
            String type = item.text("type").orElse("");
            if (!type.isEmpty() && !types.add(type)) {
                Checks.duplicate(item, "type", type);
            }
        }
    }

    private static void item(Visit item) {
        names(item);
        Map<String, BigDecimal> max = amounts(item, "max");
        Map<String, BigDecimal> min = amounts(item, "min");
        Map<String, BigDecimal> standard = amounts(item, "default");
        Map<String, BigDecimal> request = amounts(item, "defaultRequest");
        if (item.text("type").orElse("").equals("Pod")) {
            for (String field : List.of("default", "defaultRequest")) {
                if (item.has(field)) {
                    item.error(RULE, field, "limit-pod-default")
                            .words(ServerWords.forbidden("may not be specified when `type` is 'Pod'"))
                            .fix(item.removing(field), "remove-field", field);
                }
            }
        }
        claim(item, max, min);
        fill(item, max, min, standard, request);
        order(item, "min", min, max, "max");
        order(item, "defaultRequest", min, request, "");
        order(item, "defaultRequest", request, max, "max");
        order(item, "defaultRequest", request, standard, "default");
        order(item, "default", min, standard, "");
        order(item, "default", standard, max, "max");
        ratio(item, max, min);
        same(item, standard, request);
    }

    /// Of what is promised once only the request is the limit.
    private static void same(Visit item, Map<String, BigDecimal> standard, Map<String, BigDecimal> request) {
        request.forEach((name, amount) -> {
            BigDecimal limit = standard.get(name);
            if (limit != null && !ResourceNames.isOvercommitted(name) && limit.compareTo(amount) != 0) {
                item.error(RULE, item.path().key("defaultRequest").key(name), "limit-same", name)
                        .words(ServerWords.invalid(
                                amount.toPlainString(),
                                "default value %s must equal to defaultRequest value %s in %s"
                                        .formatted(limit.toPlainString(), amount.toPlainString(), name)));
            }
        });
    }

    /// What a container has that says nothing follows from what there is (`pkg/apis/core/v1/defaults.go
    /// SetDefaults_LimitRangeItem`).
    private static void fill(
            Visit item,
            Map<String, BigDecimal> max,
            Map<String, BigDecimal> min,
            Map<String, BigDecimal> standard,
            Map<String, BigDecimal> request) {
        if (item.textOrEmpty("type").equals("Container")) {
            max.forEach(standard::putIfAbsent);
            standard.forEach(request::putIfAbsent);
            min.forEach(request::putIfAbsent);
        }
    }

    /// `validateLimitRangeTypeName`, `validateLimitRangeResourceName`.
    private static void names(Visit item) {
        String type = item.textOrEmpty("type");
        Checks.form(item, RULE, "type", "label-key", Names::qualifiedNameProblems);
        if (!type.isEmpty() && type.indexOf('/') < 0 && !TYPES.contains(type)) {
            item.error(RULE, "type", "unsupported-value", Checks.shown(type), String.join(", ", TYPES))
                    .words(ServerWords.invalid(type, "must be a standard limit type or fully qualified"));
        }
        boolean ofContainers = type.equals("Container") || type.equals("Pod");
        for (String field : List.of("max", "min", "default", "defaultRequest", "maxLimitRequestRatio")) {
            AmountNames.check(
                    item,
                    field,
                    ofContainers ? ResourceNames::isOfContainers : ResourceNames::isStandard,
                    ofContainers ? AmountNames.OF_CONTAINERS : "");
        }
    }

    private static void claim(Visit item, Map<String, BigDecimal> max, Map<String, BigDecimal> min) {
        boolean ofClaims = item.text("type").orElse("").equals("PersistentVolumeClaim");
        if (ofClaims && !max.containsKey("storage") && !min.containsKey("storage")) {
            item.errorCalled(item.path() + ".limits", Checks.REQUIRED, item.path(), "limit-claim")
                    .words(ServerWords.required(
                            "either minimum or maximum storage value is required, but neither was provided"));
        }
    }

    /// Tells at `field` that what should be the less is more.
    private static void order(
            Visit item, String field, Map<String, BigDecimal> less, Map<String, BigDecimal> more, String named) {
        less.forEach((name, amount) -> {
            BigDecimal bound = more.get(name);
            if (bound != null && amount.compareTo(bound) > 0) {
                FieldPath at = item.path().key(field).key(name);
                String other = named.isEmpty() ? "min" : named;
                item.error(RULE, at, "limit-order", field, other)
                        .words(ServerWords.invalid(
                                amount.toPlainString(),
                                "%s value %s is greater than %s value %s"
                                        .formatted(
                                                named.isEmpty() ? "min" : said(field),
                                                amount.toPlainString(),
                                                named.isEmpty() ? said(field) : bound(field, named),
                                                bound.toPlainString())));
            }
        });
    }

    private static String said(String field) {
        return field.equals("defaultRequest") ? "default request" : field;
    }

    private static String bound(String field, String named) {
        return field.equals("defaultRequest") && named.equals("default") ? "default limit" : said(named);
    }

    private static void ratio(Visit item, Map<String, BigDecimal> max, Map<String, BigDecimal> min) {
        amounts(item, "maxLimitRequestRatio").forEach((name, ratio) -> {
            FieldPath at = item.path().key("maxLimitRequestRatio").key(name);
            if (ratio.compareTo(BigDecimal.ONE) < 0) {
                item.error(RULE, at, "limit-ratio", ratio.toPlainString())
                        .words(ServerWords.invalid(
                                ratio.toPlainString(), "ratio " + ratio.toPlainString() + " is less than 1"));
            }
            BigDecimal low = min.get(name);
            BigDecimal high = max.get(name);
            if (low != null
                    && high != null
                    && low.signum() != 0
                    && ratio.doubleValue() > high.doubleValue() / low.doubleValue()) {
                item.error(RULE, at, "limit-ratio-above")
                        .words(ServerWords.invalid(
                                ratio.toPlainString(),
                                "ratio " + ratio.toPlainString() + " is greater than max/min = "
                                        + "%f".formatted(high.doubleValue() / low.doubleValue())));
            }
        });
    }

    private static Map<String, BigDecimal> amounts(Visit visit, String field) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        Visit all = visit.in(field);
        all.names()
                .forEach(name -> Quantities.parse(String.valueOf(all.value(name)))
                        .map(Quantities::exact)
                        .ifPresent(exact -> amounts.put(name, exact)));
        return amounts;
    }
}
