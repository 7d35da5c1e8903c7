package drydock.app.live;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.function.Consumer;

/// Asks the server every second whether it is there.
///
/// A watch whose connection was cut without a word looks just like one on which nothing happens; this tells them
/// apart.
final class Heartbeat implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final KubernetesClient client;
    private final Consumer<String> lost;
    private final Runnable found;
    private final Thread thread;

    /// @param lost called with the reason when the server stops answering
    /// @param found called when it answers again
    Heartbeat(KubernetesClient client, Consumer<String> lost, Runnable found) {
        this.client = client;
        this.lost = lost;
        this.found = found;
        thread = Thread.ofVirtual().name("heartbeat").start(this::beat);
    }

    private void beat() {
        boolean there = true;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(INTERVAL);
            } catch (InterruptedException closed) {
                return;
            }
            String trouble = trouble();
            if (there && !trouble.isEmpty()) {
                lost.accept(trouble);
            } else if (!there && trouble.isEmpty()) {
                found.run();
            }
            there = trouble.isEmpty();
        }
    }

    /// Why the server does not answer; empty if it does, be it with a refusal.
    private String trouble() {
        try {
            client.raw("/version");
            return "";
        } catch (KubernetesClientException failure) {
            return LiveErrors.isAnswer(failure) && failure.getCode() < 500 ? "" : LiveErrors.reason(failure);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
