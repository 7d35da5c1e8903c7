package drydock.sim.controller.cronjob;

import drydock.sim.controller.cronjob.CronField.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a CronJob runs: five fields, or a word such as `@daily`, in a time zone.
sealed interface CronSchedule {

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

    /// Reads a schedule.
    ///
    /// @throws IllegalArgumentException in the parser's words
    static CronSchedule parse(String text, ZoneId zone) {
        String trimmed = text.trim();
        if (trimmed.startsWith("@every ")) {
            return new Every(duration(trimmed.substring("@every ".length())));
        }
        if (trimmed.startsWith("@") && !WORDS.containsKey(trimmed)) {
            throw new IllegalArgumentException("unrecognized descriptor: " + trimmed);
        }
        String[] fields = WORDS.getOrDefault(trimmed, trimmed).split("\\s+", -1);
        if (fields.length != Kind.values().length) {
            throw new IllegalArgumentException(
                    "expected exactly 5 fields, found " + fields.length + ": [" + String.join(" ", fields) + "]");
        }
        return new Fields(
                CronField.parse(fields[0], Kind.MINUTE),
                CronField.parse(fields[1], Kind.HOUR),
                CronField.parse(fields[2], Kind.DAY),
                CronField.parse(fields[3], Kind.MONTH),
                CronField.parse(fields[4], Kind.WEEKDAY),
                zone);
    }

    private static Duration duration(String text) {
        Matcher parts = Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?")
                .matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            throw new IllegalArgumentException(
                    "failed to parse duration @every " + text + ": time: invalid duration \"" + text + "\"");
        }
        Duration sum = Duration.ofHours(number(parts.group(1)))
                .plusMinutes(number(parts.group(2)))
                .plusSeconds(number(parts.group(3)));
        return sum.isZero() ? Duration.ofSeconds(1) : sum;
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /// Again and again after a while.
    record Every(Duration period) implements CronSchedule {

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
