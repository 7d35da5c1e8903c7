package drydock.app.simulation;

import drydock.sim.Simulation;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Lets simulated time go by beside real time.
///
/// Belongs to the simulation's thread. A tick never works longer than [#MOST_WORK_NANOS]: where the machine cannot keep
/// up with the speed, simulated time goes slower, and the window stays alive.
final class Pace {

    static final long MOST_WORK_NANOS = 12_000_000;

    private static final int ACTIONS_A_SLICE = 500;
    private static final Duration FASTEST_SLICE = Duration.ofSeconds(1);

    private final Simulation simulation;
    private final LongSupplier nanoClock;
    private double speed = 1;
    private boolean playing;
    private long lastNanos;

    /// @param nanoClock the real clock
    Pace(Simulation simulation, LongSupplier nanoClock) {
        this.simulation = simulation;
        this.nanoClock = nanoClock;
    }

    void setSpeed(double newSpeed) {
        speed = newSpeed;
    }

    void setPlaying(boolean on) {
        playing = on;
        lastNanos = nanoClock.getAsLong();
    }

    /// Lets go by what is due since the last tick; nothing while paused.
    void tick() {
        long now = nanoClock.getAsLong();
        long passed = now - lastNanos;
        lastNanos = now;
        if (playing) {
            advance(Double.isInfinite(speed) ? Duration.ofDays(1) : Duration.ofNanos((long) (passed * speed)), now);
        }
    }

    private void advance(Duration due, long startNanos) {
        Duration left = due;
        while (left.isPositive() && nanoClock.getAsLong() - startNanos < MOST_WORK_NANOS) {
            Duration slice = left.compareTo(FASTEST_SLICE) < 0 ? left : FASTEST_SLICE;
            long before = simulation.engine().nowNanos();
            simulation.advance(slice, ACTIONS_A_SLICE);
            left = left.minusNanos(simulation.engine().nowNanos() - before);
        }
    }
}
