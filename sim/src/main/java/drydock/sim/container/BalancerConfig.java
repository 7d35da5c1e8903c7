package drydock.sim.container;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a balancer's file says: which ports it takes, and to which servers it hands on what comes there.
final class BalancerConfig {

    private static final Pattern UPSTREAM = Pattern.compile("upstream\\s+([\\w.-]+)\\s*\\{([^}]*)\\}");
    private static final Pattern SERVER = Pattern.compile("(?<![\\w-])server\\s+([\\w.:-]+)[^;{}]*;");
    private static final Pattern FRONT =
            Pattern.compile("listen\\s+(?:[\\w.*]+:)?(\\d{1,5})[^;]*;[^}]*?proxy_pass\\s+(?:http://)?([\\w.:-]+)");

    private BalancerConfig() {}

    /// A port that is taken, and who stands behind it, as `10.0.0.102:30080`.
    record Front(int port, List<String> servers) {

        Front {
            servers = List.copyOf(servers);
        }
    }

    /// HAProxy's: `listen`, or `frontend` with `default_backend` and `backend`.
    static List<Front> haproxy(String text) {
        Map<String, List<Integer>> binds = new LinkedHashMap<>();
        Map<String, String> backends = new LinkedHashMap<>();
        Map<String, List<String>> servers = new LinkedHashMap<>();
        String section = "";
        for (String line : text.lines().toList()) {
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+", -1);
            String first = words[0];
            String second = words.length > 1 ? words[1] : "";
            switch (first) {
                case "global", "defaults", "frontend", "backend", "listen" ->
                    section = first.equals("backend") ? "backend " + second : first + " " + second;
                case "bind" -> add(binds, section, port(second));
                case "default_backend", "use_backend" -> backends.put(section, "backend " + second);
                case "server" -> add(servers, section, words.length > 2 ? words[2] : "");
                default -> {
                    // timeouts, checks and logs
                }
            }
        }
        List<Front> fronts = new ArrayList<>();
        binds.forEach((name, ports) -> ports.forEach(port ->
                fronts.add(new Front(port, servers.getOrDefault(backends.getOrDefault(name, name), List.of())))));
        return fronts;
    }

    private static <T> void add(Map<String, List<T>> to, String section, T value) {
        to.computeIfAbsent(section, _ -> new ArrayList<>()).add(value);
    }

    private static int port(String bind) {
        String digits = bind.substring(bind.lastIndexOf(':') + 1);
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
    }

    /// nginx's: each `server` with `listen` and `proxy_pass` to an `upstream` or a server, of HTTP or of streams.
    static List<Front> nginx(String text) {
        String plain = text.replaceAll("#[^\\n]*", "");
        Map<String, List<String>> upstreams = new LinkedHashMap<>();
        Matcher upstream = UPSTREAM.matcher(plain);
        while (upstream.find()) {
            List<String> servers = new ArrayList<>();
            SERVER.matcher(upstream.group(2)).results().forEach(found -> servers.add(found.group(1)));
            upstreams.put(upstream.group(1), servers);
        }
        List<Front> fronts = new ArrayList<>();
        Matcher front = FRONT.matcher(plain);
        while (front.find()) {
            String to = Objects.requireNonNull(front.group(2));
            fronts.add(new Front(Integer.parseInt(front.group(1)), upstreams.getOrDefault(to, List.of(to))));
        }
        return fronts;
    }
}
