package drydock.sim.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// The clock of a simulation and the queue of what is to happen in it.
///
/// **Order.** Actions run by time, those of the same time in the order they were scheduled.
///
/// **Chance.** Each user of chance draws from a stream of its own, so that one that draws more does not change what
/// the others see.
///
/// **Threads.** None: all calls come from the thread that runs the simulation.
public final class Engine {

    /// An action that is still to happen.
    public interface Timer {

        /// Takes the action off the queue; does nothing if it has run.
        void cancel();
    }

    /// Runs the actions of a part of the cluster, or does not.
    @FunctionalInterface
    public interface Gate {
        void run(Runnable action);
    }

    private final Instant start;
    private final long seed;
    private final @Nullable Engine whole;
    private final Gate gate;
    private final PriorityQueue<Entry> queue = new PriorityQueue<>();
    private final Map<String, SplittableRandom> streams = new HashMap<>();
    private long nowNanos;
    private long sequence;

    /// @param start the virtual date at which the clock begins
    public Engine(long seed, Instant start) {
        this.seed = seed;
        this.start = start;
        this.whole = null;
        this.gate = Runnable::run;
    }

    private Engine(Engine whole, Gate gate) {
        this.seed = whole.seed;
        this.start = whole.start;
        this.whole = whole;
        this.gate = gate;
    }

    public Instant now() {
        return start.plusNanos(nowNanos());
    }

    /// Virtual nanoseconds since the start.
    public long nowNanos() {
        return whole == null ? nowNanos : whole.nowNanos();
    }

    /// The same clock, queue and chance for one part of the cluster: what the part schedules is run by
    /// `gate`, which may leave it out, as when the part has been stopped meanwhile.
    public Engine part(Gate gate) {
        return new Engine(this, gate);
    }

    /// The moment `nanos` virtual nanoseconds after the start.
    public Instant at(long nanos) {
        return start.plusNanos(nanos);
    }

    /// `moment` in virtual nanoseconds since the start; negative before it.
    public long nanosAt(Instant moment) {
        return Duration.between(start, moment).toNanos();
    }

    /// The stream of chance called `name`: the same numbers in every run with the same seed.
    public SplittableRandom random(String name) {
        return whole != null
                ? whole.random(name)
                : streams.computeIfAbsent(name, n -> new SplittableRandom(seed * 0x9E3779B97F4A7C15L + n.hashCode()));
    }

    /// Lets `action` happen `delay` from now; a negative delay counts as none.
    public Timer schedule(Duration delay, Runnable action) {
        if (whole != null) {
            return whole.schedule(delay, () -> gate.run(action));
        }
        Entry entry = new Entry(nowNanos + Math.max(0, delay.toNanos()), sequence++, action);
        queue.add(entry);
        return () -> entry.action = null;
    }

    /// When the next action happens, in virtual nanoseconds since the start; empty if nothing is to happen.
    public OptionalLong nextNanos() {
        if (whole != null) {
            return whole.nextNanos();
        }
        dropCancelled();
        return queue.isEmpty() ? OptionalLong.empty() : OptionalLong.of(queue.element().atNanos);
    }

    /// Moves the clock to the next action and runs it; returns false if nothing is to happen.
    public boolean step() {
        if (whole != null) {
            return whole.step();
        }
        dropCancelled();
        Entry next = queue.poll();
        if (next == null || next.action == null) {
            return false;
        }
        nowNanos = next.atNanos;
        Runnable action = next.action;
        next.action = null;
        action.run();
        return true;
    }

    /// Runs all that happens up to and at `untilNanos`, then sets the clock there.
    public void runUntil(long untilNanos) {
        if (whole != null) {
            whole.runUntil(untilNanos);
            return;
        }
        for (OptionalLong next = nextNanos(); next.isPresent() && next.getAsLong() <= untilNanos; next = nextNanos()) {
            step();
        }
        nowNanos = Math.max(nowNanos, untilNanos);
    }

    private void dropCancelled() {
        for (Entry head = queue.peek(); head != null && head.action == null; head = queue.peek()) {
            queue.remove();
        }
    }

    private static final class Entry implements Comparable<Entry> {

        private final long atNanos;
        private final long sequence;
        private @Nullable Runnable action;

        Entry(long atNanos, long sequence, Runnable action) {
            this.atNanos = atNanos;
            this.sequence = sequence;
            this.action = action;
        }

        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(sequence);
        }
    }
}
