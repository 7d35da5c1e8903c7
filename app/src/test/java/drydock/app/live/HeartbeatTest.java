package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.live.watch.WireException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Beats at moments of the test's own.
class HeartbeatTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> told = new ArrayList<>();
    private final Deque<Beat> beats = new ArrayDeque<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Instant now = START;

    /// What a beat finds: how long after the last it comes, and the server's answer.
    private record Beat(Duration later, int code, String words) {}

    private static Beat answered(long seconds) {
        return new Beat(Duration.ofSeconds(seconds), 200, "");
    }

    private static Beat failed(long seconds, int code, String words) {
        return new Beat(Duration.ofSeconds(seconds), code, words);
    }

    private void beat(Beat... all) throws InterruptedException {
        beats.addAll(List.of(all));
        try (Heartbeat heartbeat = new Heartbeat(this::ask, listener(), () -> now, this::pause)) {
            assertThat(heartbeat).isNotNull();
            over.await();
        }
    }

    private void pause(Duration wanted) throws InterruptedException {
        if (beats.isEmpty()) {
            over.countDown();
            throw new InterruptedException();
        }
        now = now.plus(beats.getFirst().later());
    }

    private Object ask() throws WireException {
        Beat beat = beats.removeFirst();
        if (beat.code() != 200) {
            throw new WireException(beat.code(), beat.words(), Optional.empty());
        }
        return "";
    }

    private Heartbeat.Listener listener() {
        return new Heartbeat.Listener() {
            @Override
            public void lost(Instant since, String reason) {
                told.add("lost since +" + Duration.between(START, since).toSeconds() + " " + reason);
            }

            @Override
            public void found() {
                told.add("found");
            }
        };
    }

    @Test
    void aQuietServerThatAnswersIsNothingToTell() throws InterruptedException {
        beat(answered(1), answered(1), answered(2));

        assertThat(told).isEmpty();
    }

    @Test
    void aSilenceIsToldOnceFromTheLastAnswerOnAndSoIsItsEnd() throws InterruptedException {
        beat(answered(1), failed(1, 0, "no answer in time"), failed(20, 503, "starting"), answered(20), answered(1));

        assertThat(told).containsExactly("lost since +1 no answer in time", "found");
    }

    /// Connections of a machine that slept may be dead without a word.
    @Test
    void aMachineThatSleptListsAnewThoughTheServerAnswersAtOnce() throws InterruptedException {
        beat(answered(1), answered(3_600), answered(1));

        assertThat(told).containsExactly("lost since +1 asleep", "found");
    }

    @Test
    void aRefusalIsAnAnswer() throws InterruptedException {
        beat(failed(1, 403, "forbidden"), failed(1, 429, "too many requests"), failed(1, 401, "Unauthorized"));

        assertThat(told).isEmpty();
    }
}
