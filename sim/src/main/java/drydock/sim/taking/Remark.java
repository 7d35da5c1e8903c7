package drydock.sim.taking;

import java.util.List;

/// What is otherwise in the simulation than in the cluster that it was taken from.
///
/// @param names whom it concerns, as `Secret shop/db`
public record Remark(Matter matter, List<String> names) {

    /// What it is.
    public enum Matter {
        /// Secrets have stand-ins for their values.
        SECRET_VALUES,
        /// Objects that others name and that could not be read are made up.
        MADE_UP,
        /// The simulation does not have the kind.
        KIND_UNKNOWN,
        /// The object lacks what every object of its kind has.
        INCOMPLETE,
        /// The node was not ready: it is lost here, too.
        NODE_LOST,
        /// The container did not run: the simulation does not know why, and starts it anew.
        NOT_RUNNING,
        /// The Pod ran and was not ready: the simulation does not know why.
        NOT_READY
    }

    public Remark {
        names = List.copyOf(names);
    }
}
