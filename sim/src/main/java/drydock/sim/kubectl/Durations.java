package drydock.sim.kubectl;

import drydock.model.resource.GoDuration;
import java.time.Duration;
import java.util.regex.Pattern;

/// Spans of time as Go writes them: `30s`, `1m30s`, `1h`; a number alone means seconds.
final class Durations {

    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,9}");

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
        if (SECONDS.matcher(text).matches()) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        return GoDuration.parse(text)
                .orElseThrow(() -> new CommandFailure("error: invalid argument \"" + text + "\" for \"" + flag
                        + "\" flag: time: invalid duration \"" + text + "\""));
    }
}
