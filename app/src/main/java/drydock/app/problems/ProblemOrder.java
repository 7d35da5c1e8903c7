package drydock.app.problems;

import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import java.util.Comparator;

/// By what problems are ordered; what is alike goes by its place.
enum ProblemOrder {
    SEVERITY(Comparator.comparing(Finding::severity)),
    OBJECT(Comparator.comparing(
            finding -> finding.object().orElse(null),
            Comparator.nullsLast(Comparator.comparing(ResourceId::kind)
                    .thenComparing(ResourceId::name)
                    .thenComparing(ResourceId::namespace)))),
    RULE(Comparator.comparing(Finding::rule)),
    PLACE(Comparator.naturalOrder());

    private final Comparator<Finding> comparator;

    ProblemOrder(Comparator<Finding> comparator) {
        this.comparator = comparator;
    }

    /// @param descending whether the last come first; what is alike goes by its place in any case
    Comparator<Finding> comparator(boolean descending) {
        return (descending ? comparator.reversed() : comparator).thenComparing(Comparator.naturalOrder());
    }
}
