package drydock.app.live.watch;

import java.time.Duration;
import java.util.Optional;

/// A server refused, or could not be reached.
public final class WireException extends Exception {

    private static final long serialVersionUID = 1;

    /// The history that was asked for is no longer there (`StatusReasonExpired`).
    static final int GONE = 410;

    private final int code;
    private final transient Optional<Duration> retryAfter;

    /// @param code the HTTP status, 0 where no answer came
    /// @param retryAfter how long the server wants to be left alone, where it says so
    public WireException(int code, String message, Optional<Duration> retryAfter) {
        super(message);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public int code() {
        return code;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /// Whether it will stay so until somebody changes rights or kinds.
    boolean isRefusal() {
        return code == 403 || code == 404 || code == 405;
    }
}
