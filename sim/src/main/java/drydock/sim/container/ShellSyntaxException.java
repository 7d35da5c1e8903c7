package drydock.sim.container;

/// A script that the shell cannot read.
final class ShellSyntaxException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean unfinished;

    ShellSyntaxException(String message) {
        this(message, false);
    }

    private ShellSyntaxException(String message, boolean unfinished) {
        super(message);
        this.unfinished = unfinished;
    }

    /// One that ends before what was begun in it does.
    static ShellSyntaxException unfinished(String message) {
        return new ShellSyntaxException(message, true);
    }

    /// Whether further lines may make it right.
    boolean mayGoOn() {
        return unfinished;
    }
}
