package drydock.model.validation.workload;

import drydock.model.validation.Requirements;
import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.List;

/// The form of selectors (`apimachinery/pkg/apis/meta/v1/validation/validation.go ValidateLabelSelector`,
/// `ValidateLabelSelectorRequirement`).
final class SelectorRules {

    private static final String RULE = "selector";

    static final List<Rule> RULES = List.of(
            Rule.of("LabelSelector", SelectorRules::labels),
            Rule.of("LabelSelectorRequirement", SelectorRules::requirement));

    private SelectorRules() {}

    /// The selector of a metric is the metrics server's matter (`pkg/apis/autoscaling/validation/validation.go
    /// validateMetricIdentifier`).
    private static void labels(Visit selector) {
        if (!selector.path().toString().endsWith(".metric.selector")) {
            Requirements.labels(selector, "matchLabels");
        }
    }

    private static void requirement(Visit requirement) {
        Requirements.operator(requirement, RULE);
        Requirements.key(requirement);
        Requirements.values(requirement);
    }
}
