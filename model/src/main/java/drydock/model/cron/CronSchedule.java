package drydock.model.cron;

import drydock.model.cron.CronField.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// When a CronJob runs: five fields, or a word such as `@daily`, in a time zone
/// (`github.com/robfig/cron/v3 ParseStandard`).
public sealed interface CronSchedule {

    /// The words and what they stand for.
    Map<String, String> WORDS = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");

    /// The first moment after `after` at which it runs; empty if there is none within five years.
    Optional<Instant> next(Instant after);

    /// What is wrong with a schedule, in the parser's words; empty if nothing is.
    static String problem(String text) {
        try {
            parse(text, ZoneOffset.UTC);
            return "";
        } catch (IllegalArgumentException unreadable) {
            return Objects.requireNonNullElse(unreadable.getMessage(), "");
        }
    }

    /// Reads a schedule. A zone before it is passed over: the API server refuses it.
    ///
    /// @throws IllegalArgumentException in the parser's words
    static CronSchedule parse(String text, ZoneId zone) {
        String bare = text.startsWith("TZ=") || text.startsWith("CRON_TZ=") ? withoutZone(text) : text;
        if (bare.startsWith(Every.WORD)) {
            return new Every(EveryText.duration(bare));
        }
        if (bare.startsWith("@") && !WORDS.containsKey(bare)) {
            throw new IllegalArgumentException("unrecognized descriptor: " + bare);
        }
        String written = WORDS.getOrDefault(bare, bare).strip();
        List<String> fields = written.isEmpty() ? List.of() : List.of(written.split("\\s+", -1));
        if (fields.size() != Kind.values().length) {
            throw new IllegalArgumentException(
                    "expected exactly 5 fields, found " + fields.size() + ": [" + String.join(" ", fields) + "]");
        }
        return new Fields(
                CronField.parse(fields.get(0), Kind.MINUTE),
                CronField.parse(fields.get(1), Kind.HOUR),
                CronField.parse(fields.get(2), Kind.DAY),
                CronField.parse(fields.get(3), Kind.MONTH),
                CronField.parse(fields.get(4), Kind.WEEKDAY),
                zone);
    }

    private static String withoutZone(String text) {
        return text.indexOf(' ') < 0 ? "" : text.substring(text.indexOf(' ')).strip();
    }

    /// Again and again after a while.
    record Every(Duration period) implements CronSchedule {

        static final String WORD = "@every ";

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.of(after.truncatedTo(ChronoUnit.SECONDS).plus(period));
        }
    }

    /// Whenever the clock in `zone` shows what the fields want; of the two days, one is enough unless one is open.
    record Fields(CronField minute, CronField hour, CronField day, CronField month, CronField weekday, ZoneId zone)
            implements CronSchedule {

        private static final int MOST_YEARS = 5;

        @Override
        public Optional<Instant> next(Instant after) {
            ZonedDateTime at =
                    after.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
            ZonedDateTime end = at.plusYears(MOST_YEARS);
            while (at.isBefore(end)) {
                ZonedDateTime next = advanced(at);
                if (next.equals(at)) {
                    return Optional.of(at.toInstant());
                }
                at = next;
            }
            return Optional.empty();
        }

        /// The same moment if it fits, else the next that may.
        private ZonedDateTime advanced(ZonedDateTime at) {
            if (!month.matches(at.getMonthValue())) {
                return at.toLocalDate().withDayOfMonth(1).plusMonths(1).atStartOfDay(zone);
            }
            if (!dayMatches(at)) {
                return at.toLocalDate().plusDays(1).atStartOfDay(zone);
            }
            if (!hour.matches(at.getHour())) {
                return at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            }
            return minute.matches(at.getMinute()) ? at : at.plusMinutes(1);
        }

        private boolean dayMatches(ZonedDateTime at) {
            boolean ofMonth = day.matches(at.getDayOfMonth());
            boolean ofWeek = weekday.matches(at.getDayOfWeek().getValue() % 7);
            boolean both = day.open() || weekday.open();
            return both ? ofMonth && ofWeek : ofMonth || ofWeek;
        }
    }
}
