package drydock.model.validation;

import java.util.List;

/// The registry of all rules: a new family is added here.
final class Rules {

    private Rules() {}

    static List<Rule> all() {
        List<List<? extends Rule>> families = List.of(
                MetadataRules.RULES,
                NumberRules.RULES,
                ContainerRules.RULES,
                PodRules.RULES,
                HandlerRules.RULES,
                ResourceRules.RULES,
                ServiceRules.RULES,
                SelectorRules.RULES,
                WorkloadRules.RULES,
                ProjectRules.RULES);
        return families.stream().flatMap(List::stream).map(Rule.class::cast).toList();
    }
}
