package drydock.render.figure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The common schedules of CronJobs in words; any other as it is written.
final class CronWords {

    private static final Pattern EVERY = Pattern.compile("\\*/([1-9]\\d?)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final Map<String, String> NAMED = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *");

    private CronWords() {}

    /// `schedule` as in "every 5 minutes" or "daily at 03:00".
    static String of(String schedule, Words words) {
        String[] fields = NAMED.getOrDefault(schedule.strip(), schedule).strip().split("\\s+", -1);
        if (fields.length != 5 || !fields[3].equals("*")) {
            return schedule;
        }
        String minute = fields[0];
        String hour = fields[1];
        String day = fields[2];
        String weekday = fields[4];
        boolean anyDay = day.equals("*") && weekday.equals("*");
        if (anyDay && hour.equals("*")) {
            return minutes(minute, words).orElse(schedule);
        }
        if (anyDay && minute.equals("0") && EVERY.matcher(hour).matches()) {
            return words.get("cron.hours", Integer.valueOf(hour.substring(2)));
        }
        if (!NUMBER.matcher(minute).matches() || !NUMBER.matcher(hour).matches()) {
            return schedule;
        }
        String time = "%02d:%02d".formatted(Integer.valueOf(hour), Integer.valueOf(minute));
        if (anyDay) {
            return words.get("cron.daily", time);
        }
        if (day.equals("*")) {
            return weekday(weekday)
                    .map(name -> words.get("cron.weekly", words.get("cron." + name), time))
                    .orElse(schedule);
        }
        return weekday.equals("*") && NUMBER.matcher(day).matches()
                ? words.get("cron.monthly", Integer.valueOf(day), time)
                : schedule;
    }

    private static Optional<String> minutes(String minute, Words words) {
        if (minute.equals("*")) {
            return Optional.of(words.get("cron.minutes", 1));
        }
        if (EVERY.matcher(minute).matches()) {
            return Optional.of(words.get("cron.minutes", Integer.valueOf(minute.substring(2))));
        }
        return NUMBER.matcher(minute).matches()
                ? Optional.of(words.get("cron.hourly", "%02d".formatted(Integer.valueOf(minute))))
                : Optional.empty();
    }

    /// The key of a weekday, of a number (0 and 7 are Sunday) or a short English name; `MON-FRI` is `workdays`.
    private static Optional<String> weekday(String field) {
        String upper = field.toUpperCase(Locale.ROOT);
        if (upper.equals("1-5") || upper.equals("MON-FRI")) {
            return Optional.of("workdays");
        }
        if (upper.matches("[0-7]")) {
            return Optional.of(DAYS.get(Integer.parseInt(upper) % 7));
        }
        return DAYS.contains(upper) ? Optional.of(upper) : Optional.empty();
    }
}
