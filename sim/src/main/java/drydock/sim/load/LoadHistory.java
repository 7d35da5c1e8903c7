package drydock.sim.load;

import drydock.sim.engine.Engine;
import drydock.sim.metrics.Usages;
import drydock.sim.network.RequestLog;
import drydock.sim.store.ApiServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// How busy everything has been, noted every five seconds; of a long run the last hours.
public final class LoadHistory {

    /// The time between two samples.
    public static final Duration EVERY = Duration.ofSeconds(5);

    private static final int MOST = 3_000;

    private final Engine engine;
    private final LoadReading reading;
    private final Deque<LoadSample> samples = new ArrayDeque<>();

    private LoadHistory(Engine engine, LoadReading reading) {
        this.engine = engine;
        this.reading = reading;
    }

    /// Begins to note; nothing of the cluster changes by it.
    public static LoadHistory start(Engine engine, ApiServer server, Usages usages, RequestLog requests) {
        LoadHistory history = new LoadHistory(engine, new LoadReading(server, usages, requests));
        history.next();
        return history;
    }

    private void next() {
        engine.schedule(EVERY, () -> {
            samples.addLast(reading.at(engine.now(), EVERY));
            if (samples.size() > MOST) {
                samples.removeFirst();
            }
            next();
        });
    }

    /// The last samples up to a moment, at most `count`, the oldest first.
    public List<LoadSample> until(Instant moment, int count) {
        List<LoadSample> found = new ArrayList<>(count);
        for (Iterator<LoadSample> newest = samples.descendingIterator(); newest.hasNext() && found.size() < count; ) {
            LoadSample sample = newest.next();
            if (!sample.at().isAfter(moment)) {
                found.add(sample);
            }
        }
        return found.reversed();
    }
}
