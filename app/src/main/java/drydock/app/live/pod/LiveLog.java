package drydock.app.live.pod;

import drydock.app.live.api.ApiServer;
import drydock.app.live.watch.WireException;
import drydock.model.cluster.ContainerAccess.LogWish;
import drydock.model.cluster.Subscription;
import drydock.model.resource.ResourceId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/// What a container writes, read line by line on a thread of its own.
final class LiveLog implements Subscription {

    /// A line that is longer is told in parts.
    private static final int MOST_CHARACTERS = 64 * 1024;

    private final ApiServer server;
    private final InputStream body;
    private final Consumer<String> text;
    private final Consumer<Optional<String>> end;
    private volatile boolean closed;

    private LiveLog(ApiServer server, InputStream body, Consumer<String> text, Consumer<Optional<String>> end) {
        this.server = server;
        this.body = body;
        this.text = text;
        this.end = end;
    }

    static LiveLog begin(
            ApiServer server,
            ResourceId pod,
            String container,
            LogWish wish,
            Consumer<String> text,
            Consumer<Optional<String>> end)
            throws WireException {
        PodPath path = new PodPath(pod, "log").with("container", container);
        if (wish.follow()) {
            path.with("follow", true);
        }
        if (wish.previous()) {
            path.with("previous", true);
        }
        if (wish.timestamps()) {
            path.with("timestamps", true);
        }
        wish.tail().ifPresent(lines -> path.with("tailLines", lines));
        wish.since().ifPresent(since -> path.with("sinceTime", since));
        LiveLog log = new LiveLog(server, server.stream(path.toString(), "*/*", wish.follow()), text, end);
        Thread.ofVirtual().name("log of " + pod.name() + "/" + container).start(log::read);
        return log;
    }

    private void read() {
        Optional<String> broken = Optional.empty();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int read = reader.read(); read >= 0 && !closed; read = reader.read()) {
                line.append((char) read);
                if (read == '\n' || line.length() == MOST_CHARACTERS) {
                    text.accept(line.toString());
                    line.setLength(0);
                }
            }
            if (!line.isEmpty() && !closed) {
                text.accept(line.toString());
            }
        } catch (IOException ended) {
            broken = Optional.of(String.valueOf(server.failed(ended).getMessage()));
        }
        if (!closed) {
            end.accept(broken);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            body.close();
        } catch (IOException ignored) {
            // it has ended in another way, then
        }
    }
}
