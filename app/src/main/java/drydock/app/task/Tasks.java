package drydock.app.task;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Runs work off the JavaFX thread and brings its result back to it.
///
/// ```java
/// tasks.work(() -> folder.open()).then(document::show).otherwise(errors::show).start();
/// ```
public final class Tasks {

    private final Executor background;
    private final Executor screen;

    private Tasks(Executor background, Executor screen) {
        this.background = background;
        this.screen = screen;
    }

    /// Work on virtual threads, results on the JavaFX thread.
    public static Tasks onVirtualThreads() {
        return new Tasks(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater);
    }

    /// Work and results at once, on the calling thread: for tests.
    public static Tasks inPlace() {
        return new Tasks(Runnable::run, Runnable::run);
    }

    /// Work that is done on another executor, as the thread of a simulation; its results come back the same way.
    public Tasks on(Executor other) {
        return new Tasks(other, screen);
    }

    /// Describes work; nothing happens until it is started.
    public <T> Work<T> work(Callable<T> call) {
        return new Work<>(call, result -> {}, failure -> {
            throw new IllegalStateException("work failed and nobody is told", failure);
        });
    }

    /// Hands `action` to the JavaFX thread, to be run soon.
    public void onScreen(Runnable action) {
        screen.execute(action);
    }

    /// Work to be done, and what is to happen with its result on the JavaFX thread.
    public final class Work<T> {

        private final Callable<T> call;
        private final Consumer<T> then;
        private final Consumer<Exception> otherwise;

        private Work(Callable<T> call, Consumer<T> then, Consumer<Exception> otherwise) {
            this.call = call;
            this.then = then;
            this.otherwise = otherwise;
        }

        public Work<T> then(Consumer<T> use) {
            return new Work<>(call, use, otherwise);
        }

        public Work<T> otherwise(Consumer<Exception> tell) {
            return new Work<>(call, then, tell);
        }

        public void start() {
            background.execute(this::run);
        }

        private void run() {
            T result;
            try {
                result = call.call();
            } catch (Exception failure) {
                if (failure instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                screen.execute(() -> otherwise.accept(failure));
                return;
            }
            screen.execute(() -> then.accept(result));
        }
    }
}
