package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import java.util.List;
import java.util.stream.Collectors;

/// Why a command ends with an exit code other than 0.
sealed class CommandFailure extends RuntimeException permits PodContainers.MissingException {

    private static final long serialVersionUID = 1;

    /// @param message what is printed on the standard error, without its line end
    CommandFailure(String message) {
        super(message);
    }

    /// Several refusals, each on its line.
    static CommandFailure of(List<ClusterException> refusals) {
        return new CommandFailure(refusals.stream().map(Refused::words).collect(Collectors.joining("\n")));
    }
}
