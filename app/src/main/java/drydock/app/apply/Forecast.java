package drydock.app.apply;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.FieldConflict;
import drydock.model.difference.TextDifference;
import java.util.List;

/// What would come of applying an object, as the server says after a dry run.
public sealed interface Forecast {

    /// It is not there, and would be made.
    record Made() implements Forecast {}

    /// All that is written is there; only who said it is noted.
    record Unchanged() implements Forecast {}

    /// It would be changed.
    ///
    /// @param difference from what is there to what would be
    record Changed(TextDifference difference) implements Forecast {}

    /// Other managers have said some of its fields otherwise: it is refused unless they are taken over.
    ///
    /// @param conflicts which fields, and who owns them
    /// @param difference from what is there to what would be if they were taken over
    record Contested(List<FieldConflict> conflicts, TextDifference difference) implements Forecast {
        public Contested {
            conflicts = List.copyOf(conflicts);
        }
    }

    /// It cannot be tried before what it lives by is there, and that is applied with it.
    record Untried() implements Forecast {}

    /// The server does not take it.
    record Refused(ClusterException refusal) implements Forecast {}
}
