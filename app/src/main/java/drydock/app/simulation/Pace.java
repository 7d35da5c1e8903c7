package drydock.app.simulation;

import drydock.sim.Simulation;
import java.time.Duration;
import java.util.function.BooleanSupplier;
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

    double speed() {
        return speed;
    }

    void setPlaying(boolean on) {
        playing = on;
        lastNanos = nanoClock.getAsLong();
    }

    /// The simulated time that is due since the last call; none while paused.
    Duration due() {
        long now = nanoClock.getAsLong();
        long passed = now - lastNanos;
        lastNanos = now;
        if (!playing) {
            return Duration.ZERO;
        }
        return Double.isInfinite(speed) ? Duration.ofDays(1) : Duration.ofNanos((long) (passed * speed));
    }

    /// Lets `due` go by, or as much of it as can be done at once.
    void advance(Duration due) {
        long start = nanoClock.getAsLong();
        Duration left = due;
        while (left.isPositive() && nanoClock.getAsLong() - start < MOST_WORK_NANOS) {
            Duration slice = left.compareTo(FASTEST_SLICE) < 0 ? left : FASTEST_SLICE;
            long before = simulation.engine().nowNanos();
            simulation.advance(slice, ACTIONS_A_SLICE);
            left = left.minusNanos(simulation.engine().nowNanos() - before);
        }
    }

    /// Goes on as fast as it goes, from moment to moment, until `reached` or `latestNanos`, as far as can be done at
    /// once.
    ///
    /// @return whether it came there
    boolean advanceUntil(BooleanSupplier reached, long latestNanos) {
        long start = nanoClock.getAsLong();
        while (nanoClock.getAsLong() - start < MOST_WORK_NANOS) {
            long next = simulation.engine().nextNanos().orElse(Long.MAX_VALUE);
            if (reached.getAsBoolean()) {
                return true;
            }
            if (next > latestNanos) {
                simulation.advance(
                        Duration.ofNanos(latestNanos - simulation.engine().nowNanos()), Integer.MAX_VALUE);
                return true;
            }
            simulation.step();
        }
        return false;
    }
}
