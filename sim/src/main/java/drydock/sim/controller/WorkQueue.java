package drydock.sim.controller;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// The names of objects that a controller is to look at, each at most once at a time (`client-go/util/workqueue`).
///
/// A name that is added while it is worked on is worked on again afterwards; one whose work fails comes back after
/// 5 ms, then twice that, and so on, at most 1,000 s, where a controller has no times of its own.
public final class WorkQueue {

    /// Looks at one object and does what is due; `done` is run when that is over, at once or later.
    @FunctionalInterface
    public interface Reconciler {
        void reconcile(ResourceId key, Runnable done);
    }

    private static final Duration FIRST_RETRY = Duration.ofMillis(5);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(1_000);
    private static final int MOST_DOUBLINGS = 20;

    private final Engine engine;
    private final ApiServer api;
    private final Reconciler reconciler;
    private final SplittableRandom random;
    private final Duration firstRetry;
    private final Duration longestRetry;
    private final Map<ResourceId, State> states = new HashMap<>();
    private final Map<ResourceId, Long> later = new HashMap<>();
    private final Map<ResourceId, Integer> failures = new HashMap<>();
    private final Map<ResourceId, Integer> failuresBefore = new HashMap<>();

    private enum State {
        WAITING,
        WORKING,
        WORKING_AND_ADDED
    }

    /// @param component names the stream of chance by which the work begins a little sooner or later
    public WorkQueue(Engine engine, ApiServer api, String component, Reconciler reconciler) {
        this(engine, api, component, reconciler, FIRST_RETRY, LONGEST_RETRY);
    }

    /// One whose failed work comes back after `firstRetry`, then twice that, and so on, at most
    /// `longestRetry`.
    public WorkQueue(
            Engine engine,
            ApiServer api,
            String component,
            Reconciler reconciler,
            Duration firstRetry,
            Duration longestRetry) {
        this.engine = engine;
        this.api = api;
        this.reconciler = reconciler;
        this.random = engine.random("queue/" + component);
        this.firstRetry = firstRetry;
        this.longestRetry = longestRetry;
    }

    /// Has `key` looked at soon.
    public void add(ResourceId key) {
        State state = states.get(key);
        if (state == null) {
            states.put(key, State.WAITING);
            long cause = api.cause();
            engine.schedule(between(500, 3_000), () -> work(key, cause));
        } else if (state == State.WORKING) {
            states.put(key, State.WORKING_AND_ADDED);
        }
    }

    /// Has `key` looked at after `delay`, unless that is to happen sooner anyway.
    public void addAfter(ResourceId key, Duration delay) {
        long at = engine.nowNanos() + delay.toNanos();
        Long known = later.get(key);
        if (known != null && known <= at) {
            return;
        }
        later.put(key, at);
        engine.schedule(delay, () -> {
            if (later.remove(key, at)) {
                add(key);
            }
        });
    }

    /// Has `key`, which is being worked on, looked at again, the later the more often this was needed in a row.
    public void retry(ResourceId key) {
        int times = Math.min(failuresBefore.getOrDefault(key, 0) + 1, MOST_DOUBLINGS);
        failures.put(key, times);
        long millis = Math.min(longestRetry.toMillis(), firstRetry.toMillis() << (times - 1));
        long cause = api.cause();
        engine.schedule(Duration.ofMillis(millis), () -> api.reacting(cause, () -> add(key)));
    }

    /// How long a request to the API server takes.
    public Duration request() {
        return between(3_000, 9_000);
    }

    private void work(ResourceId key, long cause) {
        states.put(key, State.WORKING);
        Integer before = failures.remove(key);
        if (before == null) {
            failuresBefore.remove(key);
        } else {
            failuresBefore.put(key, before);
        }
        api.reacting(cause, () -> {
            try {
                reconciler.reconcile(key, () -> done(key));
            } catch (ClusterException refused) {
                // as with every failed sync: the refusal may pass, and whoever asked has recorded it if it matters
                retry(key);
                done(key);
            }
        });
    }

    private void done(ResourceId key) {
        if (states.remove(key) == State.WORKING_AND_ADDED) {
            add(key);
        }
    }

    private Duration between(long fromMicros, long toMicros) {
        return Duration.ofNanos(random.nextLong(fromMicros * 1_000, toMicros * 1_000));
    }
}
