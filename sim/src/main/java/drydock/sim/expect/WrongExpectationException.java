package drydock.sim.expect;

/// Words that are no expectation; the message says why.
public final class WrongExpectationException extends Exception {

    private static final long serialVersionUID = 1;

    WrongExpectationException(String message) {
        super(message);
    }
}
