package drydock.app.timeline;

import java.time.Duration;

/// Something on the time bar.
///
/// @param at simulated time since the start
/// @param text what happened, for people
public record TimeMark(Duration at, Kind kind, String text) {

    /// What a mark tells of.
    public enum Kind {
        /// A user did something.
        COMMAND,
        /// A component warned.
        WARNING
    }
}
