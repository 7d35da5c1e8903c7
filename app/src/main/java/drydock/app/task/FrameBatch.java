package drydock.app.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Collects what arrives on any thread and hands it over on the JavaFX thread, all that has come at once.
///
/// However much arrives, at most one hand-over waits for the JavaFX thread, so a flood of events never becomes a
/// flood of its tasks.
public final class FrameBatch<T> {

    private final Tasks tasks;
    private final Consumer<List<T>> receiver;
    private List<T> waiting = new ArrayList<>();

    /// @param receiver called on the JavaFX thread with what has arrived, in that order, never with nothing
    public FrameBatch(Tasks tasks, Consumer<List<T>> receiver) {
        this.tasks = tasks;
        this.receiver = receiver;
    }

    /// Adds one item; may be called on any thread.
    public void add(T item) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            waiting.add(item);
        }
        if (first) {
            tasks.onScreen(this::handOver);
        }
    }

    private void handOver() {
        List<T> batch;
        synchronized (this) {
            batch = waiting;
            waiting = new ArrayList<>();
        }
        receiver.accept(batch);
    }
}
