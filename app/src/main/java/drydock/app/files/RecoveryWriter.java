package drydock.app.files;

import drydock.model.recovery.RecoverySlot;
import drydock.model.recovery.UnsavedWork;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps what is unsaved in a slot, soon after it has changed, in the background, the latest state only.
final class RecoveryWriter implements AutoCloseable {

    /// From the first change to the writing; what follows in between is written with it.
    static final Duration PAUSE = Duration.ofMillis(700);

    private static final int KEEP_ALIVE_SECONDS = 1;
    private static final int CLOSING_SECONDS = 5;

    private final RecoverySlot slot;
    private final Consumer<IOException> failed;
    private final AtomicReference<@Nullable Supplier<UnsavedWork>> latest = new AtomicReference<>();
    private final ScheduledThreadPoolExecutor background = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "recovery");
        thread.setDaemon(true);
        return thread;
    });

    /// @param slot closed with this
    /// @param failed told, on another thread, when something could not be kept
    RecoveryWriter(RecoverySlot slot, Consumer<IOException> failed) {
        this.slot = slot;
        this.failed = failed;
        background.setKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
        background.allowCoreThreadTimeOut(true);
    }

    RecoverySlot slot() {
        return slot;
    }

    /// Keeps this soon.
    ///
    /// @param work called on another thread
    void keep(Supplier<UnsavedWork> work) {
        if (latest.getAndSet(work) == null) {
            var _ = background.schedule(this::write, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// Nothing is unsaved any more.
    void forget() {
        latest.set(null);
        background.execute(() -> {
            if (latest.get() == null) {
                attempt(slot::forget);
            }
        });
    }

    /// Forgets what was kept and leaves the slot: the user has left the project.
    @Override
    public void close() {
        latest.set(null);
        Future<?> left = background.submit(() -> {
            attempt(slot::forget);
            attempt(slot::close);
        });
        try {
            left.get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stuck) {
            failed.accept(new IOException(stuck));
        }
        background.shutdownNow();
    }

    private void write() {
        Supplier<UnsavedWork> work = latest.getAndSet(null);
        if (work != null) {
            attempt(() -> slot.keep(work.get()));
        }
    }

    private void attempt(Step step) {
        try {
            step.run();
        } catch (IOException problem) {
            failed.accept(problem);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
