package drydock.app.problems;

import drydock.app.problems.ProblemRow.Switched;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The rules that are switched off and are not shown by what they would have found: those that are off for the whole
/// project, and those that are off for an object of which they find nothing.
record RulesOff(List<Switched> rows) {

    RulesOff {
        rows = List.copyOf(rows);
    }

    /// @param inProject the rules that are off for the whole project
    /// @param inObjects the rules that are off for single objects
    /// @param suppressed what would have been found
    static RulesOff of(Set<String> inProject, Map<ResourceId, Set<String>> inObjects, List<Finding> suppressed) {
        List<Switched> rows = new ArrayList<>();
        for (String rule : new TreeSet<>(inProject)) {
            int count = Math.toIntExact(suppressed.stream()
                    .filter(finding -> finding.rule().equals(rule))
                    .count());
            rows.add(new Switched(rule, Optional.empty(), count));
        }
        new TreeMap<>(inObjects)
                .forEach((object, rules) -> rules.stream()
                        .sorted()
                        .filter(rule -> suppressed.stream().noneMatch(f -> isOf(f, rule, object)))
                        .forEach(rule -> rows.add(new Switched(rule, Optional.of(object), 0))));
        return new RulesOff(rows);
    }

    private static boolean isOf(Finding finding, String rule, ResourceId object) {
        return finding.rule().equals(rule)
                && finding.object().filter(object::equals).isPresent();
    }

    /// The names of those that are off for the whole project.
    Collection<String> inProject() {
        return Collections.unmodifiableList(rows.stream()
                .filter(row -> row.object().isEmpty())
                .map(Switched::rule)
                .toList());
    }
}
