package drydock.model.validation.workload;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.resource.Quantities;
import drydock.model.validation.Checks;
import drydock.model.validation.Report;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.OptionalLong;

/// Between which bounds and how fast an autoscaler scales (`pkg/apis/autoscaling/validation/validation.go
/// validateHorizontalPodAutoscalerSpec`, `validateScalingRules`, `ValidateCrossVersionObjectReference`). That
/// it scales to none is behind a gate that is off up to 1.36.
final class AutoscalerRules {

    private static final String RULE = "autoscaler";
    private static final int LONGEST_WINDOW = 3600;
    private static final int LONGEST_PERIOD = 1800;

    /// From this version on it matters what `apiVersion` a reference has.
    private static final int VERSION_OF_REFERENCE = 34;

    /// From this version on there may be a tolerance (gate HPAConfigurableTolerance).
    private static final int TOLERANCE = 35;

    private static final FieldPath.Key SCALED = new FieldPath.Key("scaleTargetRef");
    private static final List<String> OF_APPS = List.of("Deployment", "ReplicaSet", "StatefulSet");
    private static final List<String> SELECTIONS = List.of("Disabled", "Max", "Min");
    private static final List<String> POLICIES = List.of("Percent", "Pods");

    static final List<Rule> RULES = List.of(
            Rule.of("HorizontalPodAutoscalerSpec", AutoscalerRules::bounds),
            Rule.of("HorizontalPodAutoscalerSpec", AutoscalerRules::cpu),
            Rule.of("CrossVersionObjectReference", AutoscalerRules::reference),
            Rule.of("HPAScalingRules", AutoscalerRules::scaling),
            Rule.of("HPAScalingPolicy", AutoscalerRules::policy));

    private AutoscalerRules() {}

    private static boolean isUntyped(Visit visit, String field) {
        return visit.has(field) && visit.number(field).isEmpty();
    }

    private static void bounds(Visit spec) {
        OptionalLong least = spec.number("minReplicas");
        if (least.isPresent() && least.getAsLong() < 1) {
            spec.error(Checks.NUMBER_RANGE, "minReplicas", "number-positive")
                    .words(ServerWords.invalid(least.getAsLong(), "must be greater than or equal to 1"))
                    .fix(spec.setting("minReplicas", 1), "fix.set", spec.path().key("minReplicas"), "1");
            boolean fromOutside = spec.each("metrics").stream()
                    .map(m -> m.textOrEmpty("type"))
                    .anyMatch(type -> type.equals("Object") || type.equals("External"));
            if (least.getAsLong() == 0 && !fromOutside) {
                spec.error(RULE, "metrics", "autoscaler-zero")
                        .words(ServerWords.forbidden(
                                "must specify at least one Object or External metric to support scaling to zero "
                                        + "replicas"));
            }
        }
        if (isUntyped(spec, "maxReplicas")) {
            return;
        }
        long most = spec.number("maxReplicas").orElse(0);
        if (most < 1) {
            if (spec.has("maxReplicas")) {
                Checks.notPositive(spec, "maxReplicas", most, "must be greater than 0");
            } else {
                Checks.missing(spec, "maxReplicas").words(ServerWords.invalid(0, "must be greater than 0"));
            }
        }
        if (least.isPresent() && most < least.getAsLong()) {
            spec.error(RULE, "maxReplicas", "autoscaler-bounds")
                    .words(ServerWords.invalid(most, "must be greater than or equal to `minReplicas`"))
                    .fix(
                            spec.setting("maxReplicas", least.getAsLong()),
                            "fix.set",
                            spec.path().key("maxReplicas"),
                            String.valueOf(least.getAsLong()));
        }
    }

    /// What autoscaling/v1 has instead of metrics becomes the first of them.
    private static void cpu(Visit spec) {
        String field = "targetCPUUtilizationPercentage";
        spec.number(field).stream()
                .filter(n -> n < 1)
                .forEach(n -> spec.errorCalled(
                                spec.path() + ".metrics[0].resource.target.averageUtilization",
                                Checks.NUMBER_RANGE,
                                spec.path().key(field),
                                "number-positive")
                        .words(ServerWords.invalid(n, "must be greater than 0")));
    }

    private static void reference(Visit reference) {
        for (String field : List.of("kind", "name")) {
            Checks.form(reference, "name", field, "name-segment", Names::pathSegmentProblems);
        }
        if (reference.version().atLeast(VERSION_OF_REFERENCE)) {
            version(reference);
        }
    }

    /// Only a ReplicationController is scaled that is of no group; what a metric describes may be of none
    /// (`ValidateAPIVersion`).
    private static void version(Visit reference) {
        String version = reference.textOrEmpty("apiVersion");
        boolean scaled = reference.path().last().equals(SCALED)
                && !reference.textOrEmpty("kind").equals("ReplicationController");
        boolean typed = !reference.has("apiVersion") || reference.value("apiVersion") instanceof String;
        if (version.indexOf('/') != version.lastIndexOf('/')) {
            reference
                    .error(RULE, "apiVersion", "reference-version", Checks.shown(version))
                    .words(ServerWords.invalid(version, "unexpected GroupVersion string: " + version));
        } else if (scaled && typed && version.indexOf('/') <= 0) {
            Report report = reference
                    .error(RULE, "apiVersion", "reference-group", Checks.shown(version))
                    .words(ServerWords.invalid(version, "apiVersion must specify API group"));
            if (OF_APPS.contains(reference.textOrEmpty("kind"))) {
                report.fix(
                        reference.setting("apiVersion", "apps/v1"),
                        "fix.set",
                        reference.path().key("apiVersion"),
                        "apps/v1");
            }
        }
    }

    private static void scaling(Visit rules) {
        long window = rules.number("stabilizationWindowSeconds").orElse(0);
        if (window < 0) {
            rules.error(Checks.NUMBER_RANGE, "stabilizationWindowSeconds", "number-negative", window)
                    .words(ServerWords.invalid(window, "must be greater than or equal to zero"));
        } else if (window > LONGEST_WINDOW) {
            rules.error(
                            Checks.NUMBER_RANGE,
                            "stabilizationWindowSeconds",
                            "number-above",
                            window,
                            String.valueOf(LONGEST_WINDOW))
                    .words(ServerWords.invalid(window, "must be less than or equal to " + LONGEST_WINDOW));
        }
        rules.text("selectPolicy")
                .filter(p -> !SELECTIONS.contains(p))
                .ifPresent(p -> unsupported(rules, "selectPolicy", p, SELECTIONS));
        boolean empty = rules.value("policies") instanceof List<?> policies && policies.isEmpty();
        if (empty) {
            Checks.missing(rules, "policies", "must specify at least one Policy");
        }
        if (rules.version().atLeast(TOLERANCE)) {
            tolerance(rules);
        }
    }

    private static void tolerance(Visit rules) {
        Quantities.parse(String.valueOf(rules.value("tolerance")))
                .filter(amount -> Quantities.exact(amount).signum() < 0)
                .map(Quantities::canonical)
                .ifPresent(amount -> rules.error(Checks.NUMBER_RANGE, "tolerance", "number-negative", amount)
                        .words(ServerWords.invalid(amount, "must be greater than or equal to 0")));
    }

    private static void policy(Visit policy) {
        String type = policy.textOrEmpty("type");
        if (!POLICIES.contains(type)) {
            unsupported(policy, "type", type, POLICIES);
        }
        for (String field : List.of("value", "periodSeconds")) {
            long number = policy.number(field).orElse(0);
            if (number <= 0 && !isUntyped(policy, field)) {
                Checks.notPositive(policy, field, number, "must be greater than zero");
            }
        }
        long period = policy.number("periodSeconds").orElse(0);
        if (period > LONGEST_PERIOD) {
            policy.error(Checks.NUMBER_RANGE, "periodSeconds", "number-above", period, String.valueOf(LONGEST_PERIOD))
                    .words(ServerWords.invalid(period, "must be less than or equal to " + LONGEST_PERIOD));
        }
    }

    static void unsupported(Visit visit, String field, String value, List<String> supported) {
        visit.error("unsupported-value", field, "unsupported-value", Checks.shown(value), String.join(", ", supported))
                .words(ServerWords.unsupportedOf(value, supported));
    }
}
