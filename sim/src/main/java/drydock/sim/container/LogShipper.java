package drydock.sim.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A log shipper, such as filebeat: it follows the files of its configuration and sends their new lines to
/// Elasticsearch; what cannot be sent is sent again later.
///
/// Without a configuration it follows `/var/log/nginx/*.log` and sends to `elasticsearch:9200`.
final class LogShipper implements Command {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final List<String> CONFIGURATIONS = List.of(
            "/usr/share/filebeat/filebeat.yml", "/etc/filebeat/filebeat.yml", "/fluent-bit/etc/fluent-bit.conf");
    private static final Pattern HOSTS =
            Pattern.compile("hosts:\\s*\\[([^\\]]*)\\]|hosts:\\s*\\n\\s*-\\s*(\\S+)|Host\\s+(\\S+)");
    private static final Pattern FILES = Pattern.compile("-\\s*[\"']?(/[^\\s\"']+)|Path\\s+(\\S+)");

    @Override
    public void run(ContainerProcess process) {
        process.onTerm(() -> process.exit(0));
        String text = CONFIGURATIONS.stream()
                .flatMap(path -> process.container().files().read(path).stream())
                .findFirst()
                .orElse("");
        List<String> paths = new ArrayList<>();
        FILES.matcher(text).results().forEach(m -> paths.add(m.group(1) == null ? m.group(2) : m.group(1)));
        Call to = HOSTS.matcher(text)
                .results()
                .map(m -> m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3))
                .map(host -> host.split(",", -1)[0].replaceAll("[\"'\\s]", ""))
                .map(host -> Call.url(host.matches(".*:\\d+") ? host : host + ":9200"))
                .findFirst()
                .orElse(Call.get("elasticsearch", 9200, "/"));
        Call bulk = Call.get(to.host(), to.port(), "/_bulk").withTimeout(AGAIN);
        process.print("filebeat start running.\n");
        look(process, paths.isEmpty() ? List.of("/var/log/nginx/*.log") : paths, bulk, new LinkedHashMap<>());
    }

    private void look(ContainerProcess p, List<String> paths, Call bulk, Map<String, Integer> sent) {
        Map<String, Integer> now = new LinkedHashMap<>(sent);
        StringBuilder lines = new StringBuilder();
        for (String glob : paths) {
            for (String path : Globs.expand(p, glob)) {
                String text = p.container().files().read(path).orElse("");
                int from = Math.min(sent.getOrDefault(path, 0), text.length());
                int to = Math.max(from, text.lastIndexOf('\n') + 1);
                lines.append(text, from, to);
                now.put(path, to);
            }
        }
        if (lines.isEmpty()) {
            p.after(LOOK, () -> look(p, paths, bulk, now));
            return;
        }
        p.container().network().send(bulk.withMethod("POST", lines.toString()), outcome -> {
            if (!outcome.succeeded() && p.alive()) {
                p.complain("ERROR Failed to connect to " + bulk.host() + ":" + bulk.port() + "\n");
            }
            p.after(outcome.succeeded() ? LOOK : AGAIN, () -> look(p, paths, bulk, outcome.succeeded() ? now : sent));
        });
    }
}
