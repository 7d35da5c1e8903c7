package drydock.model.validation.workload;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// When a CronJob is due, in five fields or a word (`github.com/robfig/cron/v3 ParseStandard`).
final class CronSchedule {

    private static final Set<String> WORDS =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private static final Map<String, Integer> DAYS =
            Map.of("sun", 0, "mon", 1, "tue", 2, "wed", 3, "thu", 4, "fri", 5, "sat", 6);

    private static final String DURATION = "[-+]?((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|μs|ms|s|m|h))+";

    /// The fields in their order.
    private static final List<Bounds> FIELDS = List.of(
            new Bounds(0, 59, Map.of()),
            new Bounds(0, 23, Map.of()),
            new Bounds(1, 31, Map.of()),
            new Bounds(1, 12, MONTHS),
            new Bounds(0, 6, DAYS));

    /// What a field may have.
    private record Bounds(int least, int most, Map<String, Integer> names) {}

    /// That a schedule cannot be read.
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    private CronSchedule() {}

    /// What is wrong with a schedule, in the parser's words; empty if nothing is.
    static String problem(String schedule) {
        try {
            parse(schedule);
            return "";
        } catch (Unreadable e) {
            return e.getMessage();
        }
    }

    /// A zone before it is told elsewhere.
    private static void parse(String schedule) throws Unreadable {
        String text = schedule;
        if (text.startsWith("TZ=") || text.startsWith("CRON_TZ=")) {
            text = text.indexOf(' ') < 0
                    ? ""
                    : text.substring(text.indexOf(' ')).strip();
        }
        if (text.startsWith("@")) {
            word(text);
            return;
        }
        List<String> fields = text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
        if (fields.size() != FIELDS.size()) {
            throw new Unreadable(
                    "expected exactly 5 fields, found " + fields.size() + ": [" + String.join(" ", fields) + "]");
        }
        for (int i = 0; i < FIELDS.size(); i++) {
            for (String part : fields.get(i).split(",", -1)) {
                if (!part.isEmpty()) {
                    range(part, FIELDS.get(i));
                }
            }
        }
    }

    private static void word(String text) throws Unreadable {
        if (WORDS.contains(text)) {
            return;
        }
        String every = "@every ";
        if (!text.startsWith(every)) {
            throw new Unreadable("unrecognized descriptor: " + text);
        }
        String duration = text.substring(every.length());
        if (!duration.equals("0") && !duration.matches(DURATION)) {
            throw new Unreadable("failed to parse duration " + text + ": time: invalid duration \"" + duration + "\"");
        }
    }

    private static void range(String text, Bounds bounds) throws Unreadable {
        String[] rangeAndStep = text.split("/", -1);
        String[] limits = rangeAndStep[0].split("-", -1);
        int start = bounds.least();
        int end = bounds.most();
        boolean all = limits[0].equals("*") || limits[0].equals("?");
        if (!all) {
            start = number(limits[0], bounds.names());
            if (limits.length > 2) {
                throw new Unreadable("too many hyphens: " + text);
            }
            end = limits.length == 2 ? number(limits[1], bounds.names()) : start;
        }
        int step = 1;
        if (rangeAndStep.length > 2) {
            throw new Unreadable("too many slashes: " + text);
        } else if (rangeAndStep.length == 2) {
            step = number(rangeAndStep[1], Map.of());
            end = limits.length == 1 ? bounds.most() : end;
        }
        check(text, bounds, start, end, step);
    }

    private static void check(String text, Bounds bounds, int start, int end, int step) throws Unreadable {
        if (start < bounds.least()) {
            throw new Unreadable("beginning of range (" + start + ") below minimum (" + bounds.least() + "): " + text);
        }
        if (end > bounds.most()) {
            throw new Unreadable("end of range (" + end + ") above maximum (" + bounds.most() + "): " + text);
        }
        if (start > end) {
            throw new Unreadable("beginning of range (" + start + ") beyond end of range (" + end + "): " + text);
        }
        if (step == 0) {
            throw new Unreadable("step of range should be a positive number: " + text);
        }
    }

    private static int number(String text, Map<String, Integer> names) throws Unreadable {
        Integer named = names.get(text.toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        if (!text.matches("[-+]?\\d{1,9}")) {
            throw new Unreadable(
                    "failed to parse int from " + text + ": strconv.Atoi: parsing \"" + text + "\": invalid syntax");
        }
        int number = Integer.parseInt(text);
        if (number < 0) {
            throw new Unreadable("negative number (" + number + ") not allowed: " + text);
        }
        return number;
    }
}
