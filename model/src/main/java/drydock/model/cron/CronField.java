package drydock.model.cron;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One field of a schedule: the values that match, and whether it was left open by `*` or `?`.
record CronField(BitSet values, boolean open) {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,9}");

    /// The fields of a schedule, with the least and the greatest value and the names of the values.
    enum Kind {
        MINUTE(0, 59, List.of()),
        HOUR(0, 23, List.of()),
        DAY(1, 31, List.of()),
        MONTH(1, 12, List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
        WEEKDAY(0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

        private final int least;
        private final int most;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> names;

        Kind(int least, int most, List<String> names) {
            this.least = least;
            this.most = most;
            this.names = names;
        }
    }

    /// Reads a field: values, ranges, lists and steps; empty items of a list are passed over.
    ///
    /// @throws IllegalArgumentException in the parser's words
    static CronField parse(String text, Kind kind) {
        BitSet values = new BitSet();
        boolean open = false;
        for (String part : text.split(",", -1)) {
            if (!part.isEmpty()) {
                open |= range(part, kind, values);
            }
        }
        return new CronField(values, open);
    }

    boolean matches(int value) {
        return values.get(value);
    }

    /// Whether the part leaves the field open.
    private static boolean range(String part, Kind kind, BitSet values) {
        String[] stepped = part.split("/", -1);
        String[] ends = stepped[0].split("-", -1);
        boolean any = ends[0].equals("*") || ends[0].equals("?");
        int first = any ? kind.least : number(ends[0], kind.least, kind.names);
        if (!any && ends.length > 2) {
            throw new IllegalArgumentException("too many hyphens: " + part);
        }
        int last = any ? kind.most : ends.length == 2 ? number(ends[1], kind.least, kind.names) : first;
        if (stepped.length > 2) {
            throw new IllegalArgumentException("too many slashes: " + part);
        }
        int step = 1;
        if (stepped.length == 2) {
            step = number(stepped[1], 0, List.of());
            // as in "5/15": from there to the end
            last = ends.length == 1 ? kind.most : last;
        }
        check(part, kind, first, last, step);
        for (int value = first; value <= last; value += step) {
            values.set(value);
        }
        return any && step == 1;
    }

    private static void check(String part, Kind kind, int first, int last, int step) {
        if (first < kind.least) {
            throw new IllegalArgumentException(
                    "beginning of range (" + first + ") below minimum (" + kind.least + "): " + part);
        }
        if (last > kind.most) {
            throw new IllegalArgumentException(
                    "end of range (" + last + ") above maximum (" + kind.most + "): " + part);
        }
        if (first > last) {
            throw new IllegalArgumentException(
                    "beginning of range (" + first + ") beyond end of range (" + last + "): " + part);
        }
        if (step == 0) {
            throw new IllegalArgumentException("step of range should be a positive number: " + part);
        }
    }

    /// @param least the value of the first name
    private static int number(String text, int least, List<String> names) {
        int name = names.isEmpty() ? -1 : names.indexOf(text.toLowerCase(Locale.ROOT));
        if (name >= 0) {
            return name + least;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "failed to parse int from " + text + ": strconv.Atoi: parsing \"" + text + "\": invalid syntax");
        }
        int number = Integer.parseInt(text);
        if (number < 0) {
            throw new IllegalArgumentException("negative number (" + number + ") not allowed: " + text);
        }
        return number;
    }
}
