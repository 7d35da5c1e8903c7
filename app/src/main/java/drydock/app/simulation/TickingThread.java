package drydock.app.simulation;

import drydock.app.task.Tasks;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// The thread that a simulation before the window lives on: it does what the user wants in the order in which it is
/// wanted, and in between lets time pass, tick by tick.
final class TickingThread {

    /// From the end of a tick to the next one: ticks at a fixed rate would, where they take longer, come before all
    /// that the user wants.
    private static final long TICK_MILLIS = 12;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("simulation").factory());
    private final Tasks screen;
    private final Runnable onFault;

    /// Belongs to this thread.
    private Optional<ScheduledFuture<?>> ticking = Optional.empty();

    /// @param screen brings what failed to the JavaFX thread
    /// @param onFault called on the JavaFX thread when a fault of the simulation has ended its ticks
    TickingThread(Tasks screen, Runnable onFault) {
        this.screen = screen;
        this.onFault = onFault;
    }

    /// Begins to tick.
    ///
    /// @param tick lets time pass
    void begin(Runnable tick) {
        thread.execute(() -> ticking = Optional.of(
                thread.scheduleWithFixedDelay(() -> guarded(tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS)));
    }

    /// Tasks whose work is done on this thread.
    Tasks tasks() {
        return screen.on(thread);
    }

    void run(Runnable action) {
        thread.execute(() -> guarded(action));
    }

    /// An executor keeps failures to itself; a fault of the simulation is to be heard of, and time stands still.
    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException fault) {
            ticking.ifPresent(ticks -> ticks.cancel(false));
            screen.onScreen(() -> {
                onFault.run();
                throw fault;
            });
        }
    }

    /// What was asked for is still done, nothing else from then on.
    void end() {
        thread.shutdown();
    }

    boolean isEnded() {
        return thread.isShutdown();
    }
}
