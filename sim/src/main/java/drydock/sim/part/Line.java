package drydock.sim.part;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The line between the API server and one of its clients, or between the server and all of them: it may be
/// cut, for more than one reason at a time, and it may be slow.
public final class Line {

    private final @Nullable Line ahead;
    private final TreeSet<String> cuts = new TreeSet<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Runnable> slowed = new ArrayList<>();
    private List<Runnable> held = new ArrayList<>();
    private Duration lag = Duration.ZERO;

    /// @param ahead the line that this one goes on from; it is cut when that is
    Line(@Nullable Line ahead) {
        this.ahead = ahead;
        if (ahead != null) {
            ahead.listeners.add(this::changed);
        }
    }

    /// Whether the server can be reached.
    public boolean open() {
        return cuts.isEmpty() && (ahead == null || ahead.open());
    }

    /// Cuts the line, until it is mended for the same reason.
    public void cut(String reason) {
        if (cuts.add(reason)) {
            changed();
        }
    }

    /// Takes a cut back.
    public void mend(String reason) {
        if (cuts.remove(reason)) {
            changed();
        }
    }

    /// Whether it is cut for `reason`.
    boolean isCutBy(String reason) {
        return cuts.contains(reason) || (ahead != null && ahead.isCutBy(reason));
    }

    /// How much later than usual what the server says arrives.
    public Duration lag() {
        return ahead == null ? lag : lag.plus(ahead.lag());
    }

    /// Makes what the server says arrive so much later than usual.
    public void delay(Duration by) {
        lag = by;
        slowed.forEach(Runnable::run);
    }

    /// Has `listener` run whenever the line gets slower or quicker.
    public void onDelay(Runnable listener) {
        slowed.add(listener);
        if (ahead != null) {
            ahead.onDelay(listener);
        }
    }

    /// Has `listener` run whenever the line is cut or mended.
    public void on(Runnable listener) {
        listeners.add(listener);
    }

    /// Runs `action` as soon as the server can be reached, at once if it can.
    void whenOpen(Runnable action) {
        if (open()) {
            action.run();
        } else {
            held.add(action);
        }
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
        if (open()) {
            List<Runnable> now = held;
            held = new ArrayList<>();
            now.forEach(Runnable::run);
        }
    }
}
