package drydock.app.cli;

import drydock.app.recording.EventLines;
import drydock.app.recording.Told;
import drydock.model.cluster.ClusterEvent;
import java.time.Instant;
import java.util.List;

/// What the events of a cluster say, a line of JSON for each, as in a recording.
final class WatchJson implements WatchLines {

    @Override
    public List<String> lines(ClusterEvent event, Instant at) {
        return List.of(EventLines.line(new Told(at, event)));
    }
}
