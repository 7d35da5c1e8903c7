package drydock.app.logs;

import drydock.app.session.ClusterSession;
import drydock.model.resource.ResourceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Writes into a book what several Pods log, each Pod in a colour of its own, and what Drydock says of it.
final class LogPage {

    private final ClusterSession session;
    private final LogBook book;
    private final Map<String, Integer> colours = new HashMap<>();

    LogPage(ClusterSession session, LogBook book) {
        this.session = session;
        this.book = book;
    }

    /// Gives a Pod its colour.
    void join(ResourceId pod) {
        colours.putIfAbsent(pod.name(), colours.size());
    }

    /// The names of the Pods that have joined.
    Set<String> pods() {
        return new TreeSet<>(colours.keySet());
    }

    void add(List<LogLine> lines) {
        book.add(lines);
    }

    /// What Drydock says of a Pod or of one of its containers, as a line.
    ///
    /// @param container empty for the Pod
    LogLine notice(String pod, String container, String text) {
        return new LogLine(session.now(), pod, container, colour(pod), text, true);
    }

    /// A line as a server tells it.
    ///
    /// @param otherwise the time of one that has none
    LogLine read(String text, ContainerRun run, Instant otherwise) {
        return LogLine.read(
                text, run.pod().name(), run.container(), colour(run.pod().name()), otherwise);
    }

    private int colour(String pod) {
        return colours.getOrDefault(pod, 0);
    }
}
