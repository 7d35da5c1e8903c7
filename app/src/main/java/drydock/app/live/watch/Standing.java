package drydock.app.live.watch;

import java.time.Instant;

/// How well a watch knows its kind.
sealed interface Standing {

    /// The first list is on its way.
    record Loading() implements Standing {}

    record Current() implements Standing {}

    /// Nothing has been known since `since`.
    record Broken(Instant since, String message) implements Standing {}

    record Refused(int code, String message) implements Standing {}
}
