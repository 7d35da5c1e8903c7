package drydock.app.timeline;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a moment of a simulation is written: `mm:ss.t` below an hour, `h:mm:ss.t` above.
public final class Clock {

    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d{1,5}):)?(\\d{1,2}):(\\d{1,2}(?:\\.\\d{1,3})?)");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,8}(?:\\.\\d{1,3})?)\\s*s?");

    private Clock() {}

    public static String text(Duration elapsed) {
        String text = String.format(
                Locale.ROOT,
                "%02d:%02d.%d",
                elapsed.toMinutesPart(),
                elapsed.toSecondsPart(),
                elapsed.toMillisPart() / 100);
        return elapsed.toHours() == 0 ? text : elapsed.toHours() + ":" + text;
    }

    /// Reads a moment as it is written, or as seconds (`90`, `90s`); empty if it is neither.
    public static Optional<Duration> read(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (written.matches()) {
            long hours = written.group(1) == null ? 0 : Long.parseLong(written.group(1));
            long minutes = hours * 60 + Long.parseLong(written.group(2));
            return Optional.of(Duration.ofMinutes(minutes).plusMillis(millis(written.group(3))));
        }
        Matcher seconds = SECONDS.matcher(text.strip());
        return seconds.matches() ? Optional.of(Duration.ofMillis(millis(seconds.group(1)))) : Optional.empty();
    }

    private static long millis(String seconds) {
        return Math.round(Double.parseDouble(seconds) * 1_000);
    }
}
