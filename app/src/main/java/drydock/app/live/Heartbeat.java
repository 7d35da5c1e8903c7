package drydock.app.live;

import drydock.app.live.watch.Pauses;
import drydock.app.live.watch.WireException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Asks the server every second whether it is there.
///
/// A watch whose connection was cut without a word looks just like one on which nothing happens; this tells them
/// apart. A machine that slept finds its connections dead, too, and is told by the clock.
final class Heartbeat implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /// A beat that comes so much later than it should has slept.
    private static final Duration SLEPT = Duration.ofSeconds(30);

    /// Told on the heartbeat's own thread.
    interface Listener {

        /// The server has stopped answering.
        ///
        /// @param since when it answered last
        void lost(Instant since, String reason);

        /// It answers again.
        void found();
    }

    /// Asks the server for anything small.
    @FunctionalInterface
    interface Question {
        Object ask() throws WireException;
    }

    private final Question question;
    private final Listener listener;
    private final Thread thread;
    private final InstantSource clock;
    private final Pauses pauses;
    private Instant lastAnswer;

    Heartbeat(Question question, Listener listener, InstantSource clock, Pauses pauses) {
        this.question = question;
        this.listener = listener;
        this.clock = clock;
        this.pauses = pauses;
        lastAnswer = clock.instant();
        thread = Thread.ofVirtual().name("heartbeat").start(this::beat);
    }

    private void beat() {
        boolean there = true;
        Instant before = clock.instant();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                pauses.pause(INTERVAL);
            } catch (InterruptedException closed) {
                return;
            }
            Instant asked = clock.instant();
            boolean slept = Duration.between(before, asked).compareTo(SLEPT) > 0;
            String trouble = trouble();
            if (there && (slept || !trouble.isEmpty())) {
                listener.lost(lastAnswer, trouble.isEmpty() ? "asleep" : trouble);
                there = false;
            }
            if (trouble.isEmpty()) {
                lastAnswer = asked;
                if (!there) {
                    listener.found();
                }
                there = true;
            }
            before = clock.instant();
        }
    }

    /// Why the server does not answer; empty if it does, be it with a refusal.
    private String trouble() {
        try {
            question.ask();
            return "";
        } catch (WireException failure) {
            return failure.code() >= 400 && failure.code() < 500 ? "" : String.valueOf(failure.getMessage());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
