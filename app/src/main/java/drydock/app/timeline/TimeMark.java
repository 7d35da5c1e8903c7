package drydock.app.timeline;

import java.time.Duration;

/// Something on the time bar.
///
/// @param at time since the start
/// @param until when it was over; the same as `at` for what takes no time
/// @param text what happened, for people
public record TimeMark(Duration at, Duration until, Kind kind, String text) {

    /// What a mark tells of.
    public enum Kind {
        /// A user did something.
        COMMAND,
        /// A component warned.
        WARNING,
        /// Nothing was known.
        GAP
    }

    /// Something that happened at a moment.
    public TimeMark(Duration at, Kind kind, String text) {
        this(at, at, kind, text);
    }
}
