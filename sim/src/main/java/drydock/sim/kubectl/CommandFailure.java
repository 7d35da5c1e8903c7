package drydock.sim.kubectl;

/// Why a command ends with an exit code other than 0.
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param message what is printed on the standard error, without its line end
    CommandFailure(String message) {
        super(message);
    }
}
