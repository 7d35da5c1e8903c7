package drydock.sim.kubelet;

import drydock.sim.engine.Engine;
import java.time.Duration;
import java.util.HexFormat;
import java.util.SplittableRandom;

/// How long a kubelet's steps take, and when it looks: as measured on a v1.36 node with containerd.
///
/// It notices what containers do when it lists them, once a second (`pkg/kubelet/pleg`), and takes up work that was put
/// off at a tick of its own, once a second too; both at moments of the second that differ from node to node.
final class Timing {

    private static final long SECOND = 1_000_000_000L;

    private final Engine engine;
    private final SplittableRandom random;
    private final long relistPhaseNanos;
    private final long tickPhaseNanos;
    private double factor = 1;

    Timing(Engine engine, String node) {
        this.engine = engine;
        this.random = engine.random("kubelet/" + node);
        this.relistPhaseNanos = random.nextLong(SECOND);
        this.tickPhaseNanos = random.nextLong(SECOND);
    }

    /// Everything takes so many times as long as usual.
    void slow(double times) {
        factor = times;
    }

    /// Some moment of the next `period`.
    Duration within(Duration period) {
        return Duration.ofNanos(random.nextLong(period.toNanos()));
    }

    Duration sandbox() {
        return between(370, 450);
    }

    Duration create() {
        return between(15, 45);
    }

    Duration start() {
        return between(50, 90);
    }

    Duration status() {
        return between(5, 15);
    }

    /// From a kill to the sandbox being gone.
    Duration teardown() {
        return between(100, 150);
    }

    /// A registry that cannot be reached is given up after this.
    Duration unreachable() {
        return between(3_050, 3_100);
    }

    /// A pull of an image: a second or two, a fraction of that if it is there already.
    Duration pull(boolean present) {
        return present ? between(60, 140) : between(900, 2_400);
    }

    /// Until the containers are listed next.
    Duration untilRelist() {
        return until(relistPhaseNanos, 0);
    }

    /// Until the first tick at least `delay` from now.
    Duration untilTick(Duration delay) {
        return until(tickPhaseNanos, delay.toNanos());
    }

    /// `delay` made up to half longer (`pkg/kubelet/pod_workers.go`, workerBackOffPeriodJitterFactor).
    Duration jittered(Duration delay) {
        return delay.plusNanos((long) (delay.toNanos() * 0.5 * random.nextDouble()));
    }

    /// A made-up identity of 64 hexadecimal digits.
    String id() {
        StringBuilder id = new StringBuilder(64);
        for (int i = 0; i < 4; i++) {
            id.append(HexFormat.of().toHexDigits(random.nextLong()));
        }
        return id.toString();
    }

    private Duration until(long phase, long delay) {
        long from = engine.nowNanos() + delay;
        long past = Math.floorMod(from - phase, SECOND);
        return Duration.ofNanos(delay + (past == 0 ? 0 : SECOND - past));
    }

    private Duration between(long fromMillis, long toMillis) {
        return Duration.ofNanos((long) (factor * random.nextLong(fromMillis * 1_000_000, toMillis * 1_000_000)));
    }
}
