package drydock.sim.script;

import drydock.model.cluster.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// A command under way, which may be stopped as Ctrl+C stops one: it prints no more, gives up what it watches and
/// holds open, and ends with 130, which is 128 and the signal's number.
///
/// **Once.** A command ends once; whatever comes after is not heard.
///
/// **Threads.** It may be stopped from any thread.
public final class StartedCommand {

    private static final int INTERRUPTED = 130;

    private final Consumer<String> out;
    private final Consumer<String> err;
    private final IntConsumer done;
    private final List<Subscription> held = new ArrayList<>();
    private boolean over;

    public StartedCommand(Consumer<String> out, Consumer<String> err, IntConsumer done) {
        this.out = out;
        this.err = err;
        this.done = done;
    }

    public synchronized boolean isOver() {
        return over;
    }

    public void print(String text) {
        if (!isOver()) {
            out.accept(text);
        }
    }

    public void printError(String text) {
        if (!isOver()) {
            err.accept(text);
        }
    }

    /// It has ended by itself.
    public void end(int code) {
        List<Subscription> last;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            last = List.copyOf(held);
            held.clear();
        }
        last.forEach(Subscription::close);
        done.accept(code);
    }

    /// Keeps something open that is closed when the command ends.
    public void hold(Subscription subscription) {
        synchronized (this) {
            if (!over) {
                held.add(subscription);
                return;
            }
        }
        subscription.close();
    }

    /// Stops it; nothing happens if it has ended.
    public void stop() {
        end(INTERRUPTED);
    }
}
