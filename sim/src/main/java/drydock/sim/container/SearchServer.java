package drydock.sim.container;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Elasticsearch as a log shipper and a curious user meet it: it takes lines by `_bulk`, counts and shows them.
///
/// One stands outside the cluster too, so that what is shipped there is seen.
public final class SearchServer implements Command {

    private static final int MOST_KEPT = 1_000;

    /// The lines that an Elasticsearch holds.
    public static final class Index {

        private final Deque<String> latest = new ArrayDeque<>();
        private long count;

        /// Takes what is said to it; answers as Elasticsearch does.
        public Reply answer(Call call) {
            String path = call.path();
            if (call.method().equals("POST") && path.contains("_bulk")) {
                call.body().lines().forEach(this::add);
                return Reply.ok("{\"errors\":false}\n");
            }
            if (path.contains("_count")) {
                return Reply.ok("{\"count\":" + count + "}\n");
            }
            if (path.contains("_search")) {
                return Reply.ok(String.join("\n", latest) + "\n");
            }
            if (path.contains("_cluster/health")) {
                return Reply.ok("{\"status\":\"green\"}\n");
            }
            return Reply.ok("{\"tagline\":\"You Know, for Search\"}\n");
        }

        private void add(String line) {
            count++;
            latest.addLast(line);
            if (latest.size() > MOST_KEPT) {
                latest.removeFirst();
            }
        }

        /// How many lines it was ever sent.
        public long count() {
            return count;
        }

        /// The newest lines, the oldest of them first.
        public List<String> latest() {
            return List.copyOf(latest);
        }
    }

    @Override
    public void run(ContainerProcess process) {
        Index index = new Index();
        process.onTerm(() -> process.exit(143));
        Serving.on(process, 9200, (message, then) -> then.accept(index.answer(message.call())));
        process.print("{\"message\":\"started\"}\n");
    }
}
