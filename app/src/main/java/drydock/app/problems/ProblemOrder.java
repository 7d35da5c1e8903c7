package drydock.app.problems;

import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import java.util.Comparator;

/// By what problems are ordered; what is alike goes by its place.
enum ProblemOrder {
    SEVERITY,
    OBJECT,
    RULE,
    PLACE;

    /// @param descending whether the last come first; what is alike goes by its place in any case
    Comparator<Finding> comparator(boolean descending) {
        Comparator<Finding> comparator = comparator();
        return (descending ? comparator.reversed() : comparator).thenComparing(Comparator.naturalOrder());
    }

    private Comparator<Finding> comparator() {
        return switch (this) {
            case SEVERITY -> Comparator.comparing(Finding::severity);
            case OBJECT ->
                Comparator.comparing(
                        finding -> finding.object().orElse(null),
                        Comparator.nullsLast(Comparator.comparing(ResourceId::name)
                                .thenComparing(ResourceId::kind)
                                .thenComparing(ResourceId::namespace)));
            case RULE -> Comparator.comparing(Finding::rule);
            case PLACE -> Comparator.naturalOrder();
        };
    }
}
