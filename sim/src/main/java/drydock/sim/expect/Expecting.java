package drydock.sim.expect;

import drydock.sim.engine.Engine;
import java.time.Duration;
import java.util.function.Consumer;

/// Looks at a running cluster again and again until an expectation holds or its time is over, in virtual time.
public final class Expecting {

    private static final Duration EVERY = Duration.ofMillis(50);

    private final Engine engine;
    private final Evidence evidence;

    public Expecting(Engine engine, Evidence evidence) {
        this.engine = engine;
        this.evidence = evidence;
    }

    /// Tells `done` the verdict: at once where the expectation holds already or has no time.
    ///
    /// @param said what the last command said
    public void begin(Expected expected, Said said, Consumer<Verdict> done) {
        look(expected, said, engine.nowNanos() + expected.within().toNanos(), done);
    }

    private void look(Expected expected, Said said, long latest, Consumer<Verdict> done) {
        Verdict verdict = expected.judge(evidence, said);
        if (verdict.holds() || engine.nowNanos() >= latest) {
            done.accept(verdict);
        } else {
            Duration left = Duration.ofNanos(latest - engine.nowNanos());
            engine.schedule(left.compareTo(EVERY) < 0 ? left : EVERY, () -> look(expected, said, latest, done));
        }
    }
}
