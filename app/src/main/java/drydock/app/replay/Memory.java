package drydock.app.replay;

/// Whether there is room for more of a recording: what does not fit is left out, and said.
final class Memory {

    private static final int LINES_BETWEEN = 512;

    private final long most;
    private final Runtime runtime;
    private int asked;

    Memory(Runtime runtime) {
        this(runtime, runtime.maxMemory() / 4 * 3);
    }

    /// @param most how much of the heap may be in use, in bytes
    Memory(Runtime runtime, long most) {
        this.runtime = runtime;
        this.most = most;
    }

    /// Looks now and then; what only waits to be collected does not count.
    boolean isScarce() {
        if (++asked % LINES_BETWEEN != 0 || used() < most) {
            return false;
        }
        runtime.gc();
        return used() > most - most / 8;
    }

    private long used() {
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
