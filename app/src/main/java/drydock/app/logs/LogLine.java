package drydock.app.logs;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// One line that a container wrote, or that Drydock says of its log.
///
/// @param at when, by the cluster's time
/// @param colour which of the Pods' colours it has
/// @param text without its line end and without its time
/// @param notice whether Drydock says it
record LogLine(Instant at, String pod, String container, int colour, String text, boolean notice) {

    /// Reads what a server tells with timestamps, as `2026-03-01T12:00:00.123456789Z text`.
    ///
    /// @param otherwise the time of a line that has none
    static LogLine read(String told, String pod, String container, int colour, Instant otherwise) {
        String line = told.endsWith("\n") ? told.substring(0, told.length() - 1) : told;
        int space = line.indexOf(' ');
        Optional<Instant> at = space < 0 ? Optional.empty() : time(line.substring(0, space));
        String text = at.isPresent() ? line.substring(space + 1) : line;
        return new LogLine(at.orElse(otherwise), pod, container, colour, Ansi.plain(text), false);
    }

    private static Optional<Instant> time(String word) {
        if (word.length() < "2026-03-01T12:00:00Z".length() || !Character.isDigit(word.charAt(0))) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(word).toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /// About how many bytes of memory it takes.
    int weight() {
        return 80 + 2 * text.length();
    }
}
