package drydock.app.replay;

import drydock.model.cluster.ClusterEvent;
import java.util.List;

/// A recording at its first moment. What there is then is found before it comes before the window, which would stand
/// still meanwhile.
public final class Beginning {

    private final OpenedRecording recording;
    private final ReplayPlayer player;
    private final List<ClusterEvent> told;

    private Beginning(OpenedRecording recording) {
        this.recording = recording;
        this.player = new ReplayPlayer(recording);
        this.told = player.goTo(recording.wholeNanos());
    }

    /// Finds what there was when all that there was at the start had been told. Takes a while for a large recording.
    public static Beginning of(OpenedRecording recording) {
        return new Beginning(recording);
    }

    public OpenedRecording recording() {
        return recording;
    }

    /// Goes on from there.
    ReplayPlayer player() {
        return player;
    }

    /// What there is then, as a watch would tell it.
    List<ClusterEvent> told() {
        return told;
    }
}
