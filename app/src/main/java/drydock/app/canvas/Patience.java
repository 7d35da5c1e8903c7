package drydock.app.canvas;

import drydock.model.project.Project;
import java.util.OptionalLong;

/// Says whether what was typed waits a moment for what is found in it, so that one scene shows both: most checks are
/// over within a frame or two.
final class Patience {

    /// No longer than this is waited.
    static final long NANOS = 25_000_000;

    private OptionalLong since = OptionalLong.empty();
    private Project drawn = Project.EMPTY;

    /// Asked before each scene.
    ///
    /// @param now what is to be drawn
    /// @param checked what was checked last
    boolean waits(Project now, Project checked, long nowNanos) {
        if (now.sharesTextsWith(checked) || now.sharesTextsWith(drawn)) {
            since = OptionalLong.empty();
            return false;
        }
        if (since.isEmpty()) {
            since = OptionalLong.of(nowNanos);
        }
        if (nowNanos - since.getAsLong() < NANOS) {
            return true;
        }
        since = OptionalLong.empty();
        drawn = now;
        return false;
    }
}
