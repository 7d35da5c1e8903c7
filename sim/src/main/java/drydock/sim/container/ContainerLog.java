package drydock.sim.container;

import drydock.sim.engine.Engine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// What the first process of a container has written, line by line, each with the time at which it began; the oldest
/// are dropped when there are many, as the kubelet rotates logs.
public final class ContainerLog {

    private static final int MOST_LINES = 20_000;

    /// Before each line stand its time, the stream's name and a tag (`kubelet/kuberuntime/logs`).
    private static final int BEFORE_LINE = 45;

    private final Engine engine;
    // most containers write nothing
    private final Deque<Line> lines = new ArrayDeque<>(0);
    private final List<Consumer<Line>> followers = new ArrayList<>();
    private final List<Consumer<String>> listeners = new ArrayList<>();
    private final StringBuilder open = new StringBuilder(0);
    private Instant openedAt = Instant.EPOCH;

    /// A line, without its end.
    ///
    /// @param ended whether its end was written
    public record Line(Instant at, String text, boolean ended) {}

    ContainerLog(Engine engine) {
        this.engine = engine;
    }

    void append(String text) {
        List.copyOf(listeners).forEach(listener -> listener.accept(text));
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            begin();
            open.append(text, from, end);
            Line line = new Line(openedAt, open.toString(), true);
            open.setLength(0);
            from = end + 1;
            lines.addLast(line);
            if (lines.size() > MOST_LINES) {
                lines.removeFirst();
            }
            List.copyOf(followers).forEach(follower -> follower.accept(line));
        }
        if (from < text.length()) {
            begin();
            open.append(text, from, text.length());
        }
    }

    private void begin() {
        if (open.isEmpty()) {
            openedAt = engine.now();
        }
    }

    /// What was written so far, the oldest first.
    public List<Line> lines() {
        List<Line> all = new ArrayList<>(lines);
        if (!open.isEmpty()) {
            all.add(new Line(openedAt, open.toString(), false));
        }
        return all;
    }

    /// Tells `follower` of each line to come, until what is returned is run.
    public Runnable follow(Consumer<Line> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    /// Tells `listener` what is written as it is, not line by line, until what is returned is run.
    public Runnable listen(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// How much the file takes that a runtime writes it to.
    public long bytes() {
        long bytes = 0;
        for (Line line : lines) {
            bytes += BEFORE_LINE + line.text().getBytes(StandardCharsets.UTF_8).length + 1;
        }
        return bytes;
    }

    /// All of it as one text.
    public String text() {
        StringBuilder text = new StringBuilder();
        lines().forEach(line -> text.append(line.text()).append(line.ended() ? "\n" : ""));
        return text.toString();
    }
}
