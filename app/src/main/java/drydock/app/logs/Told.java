package drydock.app.logs;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a log was told, so that what comes a second time is passed over: a server that is asked again from a moment
/// on tells all lines of that second. As long as one connection goes on all it tells is new, be it of one and the same
/// moment, or of an earlier one.
final class Told {

    private @Nullable Instant last;
    private int atLast;
    private boolean again;
    private int passedOver;

    /// The newest moment of which a line was told.
    Optional<Instant> last() {
        return Optional.ofNullable(last);
    }

    /// What comes from now on begins with lines that were told.
    void beginAgain() {
        again = last != null;
        passedOver = 0;
    }

    /// Whether a line of `at` has not been told; it has then.
    boolean isNew(Instant at) {
        if (again && cameBefore(at)) {
            return false;
        }
        again = false;
        if (last == null || at.isAfter(last)) {
            last = at;
            atLast = 1;
        } else if (at.equals(last)) {
            atLast++;
        }
        return true;
    }

    private boolean cameBefore(Instant at) {
        if (at.equals(last)) {
            passedOver++;
            return passedOver <= atLast;
        }
        return at.isBefore(last);
    }
}
