package drydock.app.simulation;

import drydock.model.resource.ResourceId;
import drydock.render.load.LoadPoint;
import drydock.render.load.LoadSeries;
import drydock.render.load.Loads;
import drydock.sim.load.Load;
import drydock.sim.load.LoadHistory;
import drydock.sim.load.LoadSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// How busy a simulation was up to a moment, as it is drawn: the last five minutes.
///
/// Belongs to the simulation's thread.
final class LoadView {

    private static final int POINTS = 60;

    private final LoadHistory history;
    private Loads shown = Loads.NONE;
    private Instant newest = Instant.MIN;

    LoadView(LoadHistory history) {
        this.history = history;
    }

    /// The very same as before where no sample has come since.
    Loads at(Instant moment) {
        List<LoadSample> samples = history.until(moment, POINTS);
        Instant last = samples.isEmpty() ? Instant.MIN : samples.getLast().at();
        if (!last.equals(newest)) {
            newest = last;
            shown = read(samples);
        }
        return shown;
    }

    private static Loads read(List<LoadSample> samples) {
        Map<ResourceId, List<LoadPoint>> points = new HashMap<>();
        Map<ResourceId, OptionalDouble> targets = new HashMap<>();
        for (LoadSample sample : samples) {
            // what is gone has nothing to tell, and what is new begins late
            points.keySet().retainAll(sample.loads().keySet());
            sample.loads().forEach((id, load) -> {
                points.computeIfAbsent(id, _ -> new ArrayList<>()).add(point(load));
                targets.put(id, load.targetShare());
            });
        }
        Map<ResourceId, LoadSeries> series = new HashMap<>();
        points.forEach((id, values) ->
                series.put(id, new LoadSeries(values, targets.getOrDefault(id, OptionalDouble.empty()))));
        return new Loads(series);
    }

    private static LoadPoint point(Load load) {
        return new LoadPoint(
                load.milliCpu() / 1e3,
                load.requestedMilliCpu() / 1e3,
                0,
                0,
                load.pods(),
                load.ready(),
                load.requests(),
                load.errors());
    }
}
