package drydock.sim.kubectl.text;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How old something is, as tables say it (`apimachinery/pkg/util/duration/duration.go HumanDuration`).
public final class Ages {

    private Ages() {}

    /// The time since `timestamp`; `<unknown>` without one.
    public static String since(@Nullable String timestamp, Instant now) {
        return timestamp == null ? "<unknown>" : text(Duration.between(Instant.parse(timestamp), now));
    }

    public static String text(Duration age) {
        long seconds = age.toSeconds();
        if (seconds < -1) {
            return "<invalid>";
        }
        if (seconds < 0) {
            return "0s";
        }
        if (seconds < 120) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        if (minutes < 10) {
            return minutes + "m" + rest(seconds % 60, "s");
        }
        if (minutes < 180) {
            return minutes + "m";
        }
        long hours = seconds / 3600;
        if (hours < 8) {
            return hours + "h" + rest(minutes % 60, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        long days = hours / 24;
        if (hours < 192) {
            return days + "d" + rest(hours % 24, "h");
        }
        if (days < 730) {
            return days + "d";
        }
        long years = days / 365;
        return years < 8 ? years + "y" + rest(days % 365, "d") : years + "y";
    }

    private static String rest(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
