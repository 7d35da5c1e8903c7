package drydock.app.problems;

import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import java.util.Optional;

/// A row of the list of problems.
sealed interface ProblemRow {

    /// What stands over the problems of one file.
    record Head(String file, int count) implements ProblemRow {}

    /// A problem.
    ///
    /// @param off whether its rule is switched off
    record Problem(Finding finding, boolean off) implements ProblemRow {}

    /// A rule that is switched off for the whole project, or for an object of which it finds nothing.
    ///
    /// @param object empty for the whole project
    /// @param count how much it would have found
    record Switched(String rule, Optional<ResourceId> object, int count) implements ProblemRow {}
}
