package drydock.sim.container;

/// A script that the shell cannot read.
final class ShellSyntaxException extends Exception {

    private static final long serialVersionUID = 1;

    ShellSyntaxException(String message) {
        super(message);
    }
}
