package drydock.app.recording;

/// A file that is no recording, or a damaged one.
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    /// What is wrong with the file.
    public enum Fault {
        /// It does not begin as a recording does.
        NOT_A_RECORDING,
        /// A newer program wrote it.
        NEWER,
        /// A line in it is not what it is to be.
        DAMAGED,
        /// A line is longer than any that a cluster tells.
        TOO_LONG
    }

    private final Fault fault;
    private final long line;

    UnreadableException(Fault fault, long line, String detail) {
        super(detail);
        this.fault = fault;
        this.line = line;
    }

    public Fault fault() {
        return fault;
    }

    /// Where it is, counted from 1.
    public long line() {
        return line;
    }
}
