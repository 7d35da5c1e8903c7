package drydock.model.cron;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A duration behind `@every`, as Go writes them: `1h30m`, `1.5h`, `90s` (`time.ParseDuration`).
final class EveryText {

    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");
    private static final Pattern WHOLE = Pattern.compile("[-+]?(" + PART.pattern() + ")+");

    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "\u00b5s", 1_000L,
            "\u03bcs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private EveryText() {}

    /// Whole seconds, and one at least (`cron.Every`).
    ///
    /// @throws IllegalArgumentException in the parser's words
    static Duration duration(String schedule) {
        String text = schedule.substring(CronSchedule.Every.WORD.length());
        if (!text.equals("0") && !WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "failed to parse duration " + schedule + ": time: invalid duration \"" + text + "\"");
        }
        BigDecimal nanos = BigDecimal.ZERO;
        for (Matcher part = PART.matcher(text); part.find(); ) {
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOS.get(part.group(2)))));
        }
        long seconds = nanos.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue() / 1_000_000_000;
        return Duration.ofSeconds(text.startsWith("-") ? 1 : Math.max(1, seconds));
    }
}
