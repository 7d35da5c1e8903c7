package drydock.sim.container;

import java.time.Duration;

/// A program that holds more and more memory, as one does that keeps what never ends: until its container is killed
/// for it, or its node has none left.
final class GrowingMemory {

    private static final Duration STEP = Duration.ofMillis(100);
    private static final long STEP_BYTES = 50L << 20;

    /// Of what a shell holds in one variable, so much is simulated as text.
    private static final int MOST_TEXT = 1 << 22;

    private GrowingMemory() {}

    /// From now on the process does nothing else.
    static void of(ContainerProcess process) {
        process.atEnd(() -> process.container().load().holds(0, 0));
        grow(process, STEP_BYTES);
    }

    /// The process holds so much until it ends.
    static void hold(ContainerProcess process, long bytes) {
        process.atEnd(() -> process.container().load().holds(0, 0));
        process.container().load().holds(bytes, 0);
    }

    /// Whether a text is too long to be held as one.
    static boolean isTooMuch(String text) {
        return text.length() > MOST_TEXT;
    }

    private static void grow(ContainerProcess process, long bytes) {
        process.container().load().holds(bytes, 1000);
        process.after(STEP, () -> grow(process, bytes + STEP_BYTES));
    }
}
