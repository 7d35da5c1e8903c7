package drydock.model.cron;

import drydock.model.resource.GoDuration;
import java.time.Duration;

/// A duration behind `@every`, as Go writes them: `1h30m`, `1.5h`, `90s` (`time.ParseDuration`).
final class EveryText {

    private EveryText() {}

    /// Whole seconds, and one at least (`cron.Every`).
    ///
    /// @throws IllegalArgumentException in the parser's words
    static Duration duration(String schedule) {
        String text = schedule.substring(CronSchedule.Every.WORD.length());
        Duration period = GoDuration.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "failed to parse duration " + schedule + ": time: invalid duration \"" + text + "\""));
        return Duration.ofSeconds(Math.max(1, period.toSeconds()));
    }
}
