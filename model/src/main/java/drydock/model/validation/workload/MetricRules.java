package drydock.model.validation.workload;

import drydock.model.resource.Names;
import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceNames;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an autoscaler looks at (`pkg/apis/autoscaling/validation/validation.go validateMetricSpec`,
/// `validateMetricTarget`).
final class MetricRules {

    private static final String RULE = "metric";

    /// The types, and the field that each has, in the order in which the API server looks at them.
    private static final List<Map.Entry<String, String>> KINDS = List.of(
            Map.entry("Object", "object"),
            Map.entry("External", "external"),
            Map.entry("Pods", "pods"),
            Map.entry("Resource", "resource"),
            Map.entry("ContainerResource", "containerResource"));

    private static final List<String> TYPES =
            KINDS.stream().map(Map.Entry::getKey).sorted().toList();
    private static final List<String> TARGETS = List.of("Utilization", "Value", "AverageValue");

    static final List<Rule> RULES = List.of(
            Rule.of("MetricSpec", MetricRules::metric),
            Rule.of("MetricTarget", MetricRules::target),
            Rule.of("MetricIdentifier", MetricRules::identifier),
            Rule.of("ContainerResourceMetricSource", MetricRules::container),
            new Rule.OfObject(
                    List.of("ResourceMetricSource", "ContainerResourceMetricSource"), MetricRules::ofResource),
            Rule.of("PodsMetricSource", MetricRules::ofPods),
            Rule.of("ObjectMetricSource", MetricRules::ofObject),
            Rule.of("ExternalMetricSource", MetricRules::ofExternal));

    private MetricRules() {}

    private static void metric(Visit metric) {
        String type = metric.textOrEmpty("type");
        if (!type.isEmpty() && !TYPES.contains(type)) {
            AutoscalerRules.unsupported(metric, "type", type, TYPES);
        }
        String wanted = "";
        List<String> there = new ArrayList<>();
        for (Map.Entry<String, String> kind : KINDS) {
            if (kind.getKey().equals(type)) {
                wanted = kind.getValue();
            }
            if (metric.has(kind.getValue())) {
                there.add(kind.getValue());
            }
        }
        if (!wanted.isEmpty() && !there.contains(wanted)) {
            Checks.missing(metric, wanted, "must populate information for the given metric source");
        }
        if (there.size() != 1) {
            there.remove(wanted);
            there.forEach(field -> metric.error("one-of", field, "one-of.many")
                    .words(ServerWords.forbidden("must populate the given metric source only"))
                    .fix(metric.removing(field), "fix.remove", metric.path().key(field)));
        }
    }

    private static void target(Visit target) {
        String type = target.textOrEmpty("type");
        if (!type.isEmpty() && !TARGETS.contains(type)) {
            target.error(RULE, "type", "unsupported-value", Checks.shown(type), String.join(", ", TARGETS))
                    .words(ServerWords.invalid(type, "must be either Utilization, Value, or AverageValue"));
        }
        for (String field : List.of("value", "averageValue")) {
            if (target.has(field)) {
                Quantities.parse(String.valueOf(target.value(field)))
                        .filter(amount -> Quantities.exact(amount).signum() <= 0)
                        .ifPresent(amount -> target.error(Checks.NUMBER_RANGE, field, "number-positive")
                                .words(ServerWords.invalid(Quantities.canonical(amount), "must be positive")));
            }
        }
        target.number("averageUtilization").stream()
                .filter(n -> n < 1)
                .forEach(n -> Checks.notPositive(target, "averageUtilization", n, "must be greater than 0"));
    }

    private static void identifier(Visit identifier) {
        Checks.form(identifier, "name", "name", "name-segment", Names::pathSegmentProblems);
    }

    private static void container(Visit source) {
        Checks.form(source, "name", "container", "name-label", Names::labelProblems);
        String name = source.textOrEmpty("name");
        Names.qualifiedNameProblems(name).stream()
                .filter(_ -> !name.isEmpty())
                .findFirst()
                .or(() -> resourceProblem(name))
                .ifPresent(problem -> source.error(RULE, "name", "metric-resource", Checks.shown(name))
                        .words(ServerWords.invalid(name, problem)));
    }

    /// What a container cannot ask for (`pkg/apis/core/v1/validation/validation.go ValidateContainerResourceName`).
    private static Optional<String> resourceProblem(String name) {
        if (name.isEmpty() || ResourceNames.isOfContainers(name)) {
            return Optional.empty();
        } else if (name.indexOf('/') < 0) {
            return Optional.of(
                    ResourceNames.isStandard(name)
                            ? "must be a standard resource for containers"
                            : "must be a standard resource type or fully qualified");
        }
        boolean fits = ResourceNames.isNative(name) || ResourceNames.isExtended(name);
        return fits ? Optional.empty() : Optional.of("doesn't follow extended resource name standard");
    }

    private static void ofResource(Visit source) {
        Visit target = source.in("target");
        if (!target.has("averageUtilization") && !target.has("averageValue")) {
            Checks.missing(target, "averageUtilization", "must set either a target raw value or a target utilization");
        } else if (target.has("averageUtilization") && target.has("averageValue")) {
            both(target, "averageValue", "may not set both a target raw value and a target utilization");
        }
    }

    private static void both(Visit target, String field, String words) {
        target.error("one-of", field, "one-of.many")
                .words(ServerWords.forbidden(words))
                .fix(target.removing(field), "fix.remove", target.path().key(field));
    }

    private static void ofPods(Visit source) {
        if (!source.in("target").has("averageValue")) {
            Checks.missing(source.in("target"), "averageValue", "must specify a positive target averageValue");
        }
    }

    private static boolean hasNoAmount(Visit target) {
        return !target.has("value") && !target.has("averageValue");
    }

    private static void ofObject(Visit source) {
        if (hasNoAmount(source.in("target"))) {
            Checks.missing(source.in("target"), "averageValue", "must set either a target value or averageValue");
        }
    }

    private static void ofExternal(Visit source) {
        Visit target = source.in("target");
        if (hasNoAmount(target)) {
            Checks.missing(target, "averageValue", "must set either a target value for metric or a per-pod target");
        } else if (target.has("value") && target.has("averageValue")) {
            both(target, "value", "may not set both a target value for metric and a per-pod target");
        }
    }
}
