package drydock.sim.kubectl;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spans of time as Go writes them: `30s`, `1m30s`, `1h`; a number alone means seconds.
final class Durations {

    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");
    private static final Pattern WHOLE = Pattern.compile("-?(?:" + PART.pattern() + ")+|-?\\d{1,9}");

    private Durations() {}

    /// As Go prints it: `12s`, `1m30s`, `1h0m0s`.
    static String text(Duration span) {
        String seconds = span.toMillisPart() == 0
                ? span.toSecondsPart() + "s"
                : (span.toSecondsPart() + span.toMillisPart() / 1_000.0) + "s";
        if (span.toHours() > 0) {
            return span.toHours() + "h" + span.toMinutesPart() + "m" + seconds;
        }
        return span.toMinutes() > 0 ? span.toMinutes() + "m" + seconds : seconds;
    }

    /// @throws CommandFailure if `text` is none
    static Duration parse(String text, String flag) {
        if (!WHOLE.matcher(text).matches()) {
            throw new CommandFailure("error: invalid argument \"" + text + "\" for \"" + flag
                    + "\" flag: time: invalid duration \"" + text + "\"");
        }
        if (text.matches("-?\\d+")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        double seconds = 0;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            seconds += Double.parseDouble(part.group(1))
                    * switch (part.group(2)) {
                        case "h" -> 3_600;
                        case "m" -> 60;
                        case "ms" -> 0.001;
                        default -> 1;
                    };
        }
        return Duration.ofMillis(Math.round(seconds * 1_000) * (text.startsWith("-") ? -1 : 1));
    }
}
