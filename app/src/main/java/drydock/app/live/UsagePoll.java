package drydock.app.live;

import drydock.app.live.api.ApiServer;
import drydock.app.live.api.Usage;
import drydock.app.live.watch.WireException;
import java.time.Duration;

/// Asks for what is used, again and again, on a thread of its own until it is closed.
final class UsagePoll implements AutoCloseable {

    /// As often as metrics-server looks by itself.
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    /// Where there are no metrics, they may come some day.
    private static final Duration ABSENT = Duration.ofMinutes(5);

    /// A tenth of the time at most is spent on it.
    private static final int REST = 10;

    /// Told on the poll's thread.
    interface Listener {

        void used(Usage usage);

        /// It is not known. Told when that changes, and not each time.
        ///
        /// @param code 404 where there is no metrics API, 403 where the user may not ask it
        void unknown(int code, String message);
    }

    private final ApiServer server;
    private final String namespace;
    private final Listener listener;
    private final Thread thread;
    private boolean known = true;

    UsagePoll(ApiServer server, String namespace, Listener listener) {
        this.server = server;
        this.namespace = namespace;
        this.listener = listener;
        thread = Thread.ofVirtual().name("metrics").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(ask());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// Asks once.
    ///
    /// @return how long to wait then
    Duration ask() {
        long before = System.nanoTime();
        try {
            Usage usage = Usage.read(server, namespace);
            known = true;
            listener.used(usage);
            Duration rest = Duration.ofNanos(System.nanoTime() - before).multipliedBy(REST);
            return rest.compareTo(INTERVAL) > 0 ? rest : INTERVAL;
        } catch (WireException refused) {
            if (known && !Thread.currentThread().isInterrupted()) {
                known = false;
                listener.unknown(refused.code(), String.valueOf(refused.getMessage()));
            }
            return refused.code() == 404 || refused.code() == 403 ? ABSENT : INTERVAL;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
