package drydock.render.figure;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Moments as the API writes them, and spans as people read them.
final class Times {

    private Times() {}

    /// The moment that `text` names; empty where there is none or it is not one.
    static Optional<Instant> instant(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException broken) {
            return Optional.empty();
        }
    }

    /// `14 s`, `2 min`, rounded up, so that a countdown reaches zero when the time has come.
    static String countdown(Duration left) {
        long seconds = left.plusMillis(999).toSeconds();
        return seconds < 120 ? seconds + " s" : (seconds + 59) / 60 + " min";
    }
}
