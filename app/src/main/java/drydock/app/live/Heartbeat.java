package drydock.app.live;

import io.fabric8.kubernetes.client.Client;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import java.time.Duration;
import java.time.Instant;

/// Asks the server every second whether it is there.
///
/// A watch whose connection was cut without a word looks just like one on which nothing happens; this tells them
/// apart.
final class Heartbeat implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int ANSWER_TIMEOUT_MILLIS = 5_000;

    /// After how many answers in a row the listener hears of them.
    private static final int A_WHILE = 10;

    /// Told on the heartbeat's own thread.
    interface Listener {

        /// The server has stopped answering.
        ///
        /// @param since when it answered last
        void lost(Instant since, String reason);

        /// It answers again.
        void found();

        /// It has answered for a while.
        void goesOn();
    }

    private final Client client;
    private final Listener listener;
    private final Thread thread;
    private Instant lastAnswer = Instant.now();
    private int answers;

    Heartbeat(KubernetesClient client, Listener listener) {
        this.client = client.newClient(
                new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
                        .withRequestTimeout(ANSWER_TIMEOUT_MILLIS)
                        .build());
        this.listener = listener;
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
            Instant asked = Instant.now();
            String trouble = trouble();
            if (trouble.isEmpty()) {
                answered(asked, there);
            } else if (there) {
                listener.lost(lastAnswer, trouble);
            }
            there = trouble.isEmpty();
        }
    }

    private void answered(Instant asked, boolean before) {
        lastAnswer = asked;
        answers = before ? answers + 1 : 0;
        if (!before) {
            listener.found();
        } else if (answers % A_WHILE == 0) {
            listener.goesOn();
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
