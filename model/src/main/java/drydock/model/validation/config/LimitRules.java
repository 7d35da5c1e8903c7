package drydock.model.validation.config;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.resource.ResourceNames;
import drydock.model.validation.Amounts;
import drydock.model.validation.Amounts.Amount;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Limits of namespaces (`pkg/apis/core/validation/validation.go ValidateLimitRange`).
final class LimitRules {

    private static final String RULE = "limit-range";
    private static final List<String> TYPES = List.of("Pod", "Container", "PersistentVolumeClaim");

    static final List<Rule> RULES =
            List.of(Rule.of("LimitRangeSpec", LimitRules::typesOnce), Rule.of("LimitRangeItem", LimitRules::item));

    private LimitRules() {}

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
        Map<String, Amount> max = Amounts.of(item, "max");
        Map<String, Amount> min = Amounts.of(item, "min");
        Map<String, Amount> standard = Amounts.of(item, "default");
        Map<String, Amount> request = Amounts.of(item, "defaultRequest");
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
        order(item, "defaultRequest", min, request, "min");
        order(item, "defaultRequest", request, max, "max");
        order(item, "defaultRequest", request, standard, "default");
        order(item, "default", min, standard, "min");
        order(item, "default", standard, max, "max");
        ratio(item, max, min);
        same(item, standard, request);
    }

    /// Of what is promised once only the request is the limit.
    private static void same(Visit item, Map<String, Amount> standard, Map<String, Amount> request) {
        request.forEach((name, amount) -> {
            Amount limit = standard.get(name);
            if (limit != null
                    && !ResourceNames.isOvercommitted(name)
                    && limit.exact().compareTo(amount.exact()) != 0) {
                item.error(RULE, item.path().key("defaultRequest").key(name), "limit-same", name)
                        .words(ServerWords.invalid(
                                amount.text(),
                                "default value %s must equal to defaultRequest value %s in %s"
                                        .formatted(limit.text(), amount.text(), name)));
            }
        });
    }

    /// What a container has that says nothing follows from what there is (`pkg/apis/core/v1/defaults.go
    /// SetDefaults_LimitRangeItem`).
    private static void fill(
            Visit item,
            Map<String, Amount> max,
            Map<String, Amount> min,
            Map<String, Amount> standard,
            Map<String, Amount> request) {
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

    private static void claim(Visit item, Map<String, Amount> max, Map<String, Amount> min) {
        boolean ofClaims = item.text("type").orElse("").equals("PersistentVolumeClaim");
        if (ofClaims && !max.containsKey("storage") && !min.containsKey("storage")) {
            item.errorCalled(item.path() + ".limits", Checks.REQUIRED, item.path(), "limit-claim")
                    .words(ServerWords.required(
                            "either minimum or maximum storage value is required, but neither was provided"));
        }
    }

    /// Tells at `field` that what should be the less is more. Which of the two the API server names is its own way.
    ///
    /// @param other the field that the one is compared with: `min` is the less, others are the more
    private static void order(
            Visit item, String field, Map<String, Amount> less, Map<String, Amount> more, String other) {
        boolean least = other.equals("min");
        String one = least ? "min" : said(field);
        String two = least ? said(field) : field.equals("defaultRequest") ? limit(other) : other;
        boolean second = least ? field.equals("defaultRequest") : field.equals("default");
        less.forEach((name, amount) -> {
            Amount bound = more.get(name);
            if (bound != null && amount.exact().compareTo(bound.exact()) > 0) {
                String detail =
                        "%s value %s is greater than %s value %s".formatted(one, amount.text(), two, bound.text());
                item.error(RULE, item.path().key(field).key(name), "limit-order", field, other)
                        .words(ServerWords.invalid(second ? bound.text() : amount.text(), detail));
            }
        });
    }

    private static String said(String field) {
        return field.equals("defaultRequest") ? "default request" : field;
    }

    private static String limit(String field) {
        return field.equals("default") ? "default limit" : field;
    }

    private static void ratio(Visit item, Map<String, Amount> max, Map<String, Amount> min) {
        Amounts.of(item, "maxLimitRequestRatio").forEach((name, ratio) -> {
            FieldPath at = item.path().key("maxLimitRequestRatio").key(name);
            if (ratio.exact().compareTo(BigDecimal.ONE) < 0) {
                item.error(RULE, at, "limit-ratio", ratio.text())
                        .words(ServerWords.invalid(ratio.text(), "ratio " + ratio.text() + " is less than 1"));
            }
            Amount low = min.get(name);
            Amount high = max.get(name);
            if (low != null
                    && high != null
                    && low.exact().signum() != 0
                    && ratio.exact().doubleValue()
                            > high.exact().doubleValue() / low.exact().doubleValue()) {
                item.error(RULE, at, "limit-ratio-above")
                        .words(ServerWords.invalid(
                                ratio.text(),
                                "ratio " + ratio.text() + " is greater than max/min = "
                                        + "%f"
                                                .formatted(high.exact().doubleValue()
                                                        / low.exact().doubleValue())));
            }
        });
    }
}
