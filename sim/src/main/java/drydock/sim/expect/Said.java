package drydock.sim.expect;

/// What the last command said on both of its streams, and its exit code.
public record Said(String text, int code) {

    /// Before the first command.
    public static final Said NOTHING = new Said("", 0);
}
