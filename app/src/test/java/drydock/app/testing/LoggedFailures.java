package drydock.app.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Collects what went wrong without anybody being told: exceptions that no code caught, and those that were logged.
public final class LoggedFailures extends Handler {

    /// The cluster client logs what it also tells its caller: refusals, and connections that were cut.
    private static final String CLIENT = "io.fabric8.kubernetes.client";

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private Thread.UncaughtExceptionHandler before = (_, _) -> {};

    public void start() {
        Thread.UncaughtExceptionHandler current = Thread.getDefaultUncaughtExceptionHandler();
        before = current == null ? before : current;
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> {
            if (!isOfHeadlessScreen(failure)) {
                failures.add(failure);
            }
        });
        root.addHandler(this);
    }

    public void stop() {
        root.removeHandler(this);
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    /// What has been collected since the start.
    public List<Throwable> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void publish(LogRecord entry) {
        String logger = Objects.requireNonNullElse(entry.getLoggerName(), "");
        if (entry.getThrown() != null
                && !logger.startsWith(CLIENT)
                && !isOfHeadlessScreen(entry.getThrown())
                && entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            failures.add(entry.getThrown());
        }
    }

    /// The headless platform fails at painting windows that reach beyond its screen, where a real one cuts them.
    private static boolean isOfHeadlessScreen(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("com.sun.glass.ui.headless."));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
