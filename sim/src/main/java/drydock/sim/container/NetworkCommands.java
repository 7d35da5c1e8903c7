package drydock.sim.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Programs that use the network: `hostname`, `nc`, `telnet`, `nslookup`, `getent`, `ping`, `netstat`, `ip`,
/// and BusyBox's `httpd`; `wget` and `curl` are [WgetCommand] and [CurlCommand].
final class NetworkCommands {

    private static final Duration PING = Duration.ofSeconds(1);

    private NetworkCommands() {}

    static void addTo(Map<String, Command> table) {
        table.put("hostname", NetworkCommands::hostname);
        table.put("wget", new WgetCommand());
        table.put("curl", new CurlCommand());
        table.put("nc", NetworkCommands::nc);
        table.put("telnet", NetworkCommands::nc);
        table.put("nslookup", NetworkCommands::nslookup);
        table.put("getent", NetworkCommands::getent);
        table.put("ping", NetworkCommands::ping);
        table.put("netstat", NetworkCommands::netstat);
        table.put("ss", NetworkCommands::netstat);
        table.put("ip", NetworkCommands::ip);
        table.put("httpd", NetworkCommands::httpd);
    }

    private static void hostname(ContainerProcess p) {
        Network network = p.container().network();
        boolean address = p.operands().stream().anyMatch(w -> w.matches("-[iI]"));
        p.print((address ? network.address() : network.hostname()) + "\n");
        p.exit(0);
    }

    private static void nc(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        List<String> values = new ArrayList<>();
        String flags = Filters.flags(words, "wpe", values);
        Optional<String> wait = Filters.value(values, 'w').filter(w -> w.matches("\\d{1,6}"));
        if (flags.contains("l")) {
            String port = Filters.value(values, 'p').orElse(words.isEmpty() ? "" : words.getLast());
            answer(p, port, flags.contains("k"));
            return;
        }
        if (words.size() < 2 || !words.get(1).matches("\\d{1,5}")) {
            p.complain("nc: no port\n");
            p.exit(1);
            return;
        }
        String host = words.getFirst();
        int port = Integer.parseInt(words.get(1));
        Duration timeout = wait.map(w -> Duration.ofSeconds(Long.parseLong(w))).orElse(Duration.ofSeconds(127));
        boolean looks = flags.contains("z") || p.arguments().getFirst().equals("telnet");
        if (looks) {
            talk(p, Call.connect(host, port).withTimeout(timeout), flags.contains("v"));
        } else {
            p.streams().in().all(text -> talk(p, spoken(host, port, text).withTimeout(timeout), flags.contains("v")));
        }
    }

    /// What is typed into a bare connection: an HTTP request is one, all else is a server's own language.
    private static Call spoken(String host, int port, String text) {
        String[] words = text.strip().split("\\s+", 3);
        if (words[0].isEmpty()) {
            return Call.connect(host, port);
        }
        boolean http = words[0].matches("GET|HEAD|POST") && words.length > 1;
        return http
                ? Call.get(host, port, words[1]).withMethod(words[0], "")
                : Call.of(
                        "text",
                        host,
                        port,
                        words[0],
                        text.strip().substring(words[0].length()).strip());
    }

    private static void talk(ContainerProcess p, Call call, boolean verbose) {
        p.container().network().send(call, outcome -> {
            if (!p.alive()) {
                return;
            }
            switch (outcome) {
                case Outcome.Answered(var reply, var address) -> {
                    if (verbose) {
                        p.complain(call.host() + " (" + address + ":" + call.port() + ") open\n");
                    }
                    p.print(reply.body());
                    p.exit(0);
                }
                case Outcome.Refused(var address) ->
                    fail(p, call.host() + " (" + address + ":" + call.port() + "): Connection refused", verbose);
                case Outcome.TimedOut(var address, var _) ->
                    fail(p, call.host() + " (" + address + ":" + call.port() + "): Connection timed out", true);
                case Outcome.Unreachable(var address) ->
                    fail(p, call.host() + " (" + address + ":" + call.port() + "): No route to host", true);
                case Outcome.NoSuchHost(var host) -> fail(p, "bad address '" + host + "'", true);
                case Outcome.NoNameServer(var host) -> fail(p, "bad address '" + host + "'", true);
            }
        });
    }

    private static void fail(ContainerProcess p, String why, boolean said) {
        if (said) {
            p.complain(p.arguments().getFirst() + ": " + why + "\n");
        }
        p.exit(1);
    }

    /// Listens and answers the first call, or with `again` each, with what stands on the input.
    private static void answer(ContainerProcess p, String port, boolean again) {
        if (!port.matches("\\d{1,5}")) {
            p.complain("nc: no port\n");
            p.exit(1);
            return;
        }
        p.streams()
                .in()
                .all(text -> Serving.on(p, Integer.parseInt(port), (message, then) -> {
                    p.print(message.call().body());
                    then.accept(Reply.ok(text.replaceFirst("(?s)^HTTP/.*?\r?\n\r?\n", "")));
                    if (!again) {
                        p.exit(0);
                    }
                }));
    }

    private static void nslookup(ContainerProcess p) {
        List<String> names = Filters.plain(p);
        if (names.isEmpty()) {
            p.complain("Usage: nslookup [-type=QUERY_TYPE] [-debug] HOST [DNS_SERVER]\n");
            p.exit(1);
            return;
        }
        String name = names.getFirst();
        Optional<NameAnswer> answer = p.container().network().lookUp(name);
        if (answer.isEmpty()) {
            p.after(Duration.ofSeconds(10), () -> {
                p.complain(";; connection timed out; no servers could be reached\n\n");
                p.exit(1);
            });
            return;
        }
        NameAnswer found = answer.get();
        p.after(Duration.ofMillis(2), () -> {
            p.print("Server:\t\t" + found.server() + "\nAddress:\t" + found.server() + ":53\n\n");
            if (!found.found()) {
                p.print("** server can't find " + name + ": NXDOMAIN\n\n");
                p.exit(1);
                return;
            }
            if (!found.alias().isEmpty()) {
                p.print(found.name() + "\tcanonical name = " + found.alias() + "\n");
            }
            String named = found.alias().isEmpty() ? found.name() : found.alias();
            found.addresses().forEach(address -> p.print("Name:\t" + named + "\nAddress: " + address + "\n"));
            p.print("\n");
            p.exit(0);
        });
    }

    private static void getent(ContainerProcess p) {
        List<String> names = Filters.plain(p);
        String name = names.isEmpty() ? "" : names.getLast();
        Optional<NameAnswer> answer = p.container().network().lookUp(name).filter(NameAnswer::found);
        answer.ifPresent(found -> found.addresses()
                .forEach(address -> p.print(String.format(Locale.ROOT, "%-16s  %s\n", address, found.name()))));
        p.exit(answer.isPresent() ? 0 : 2);
    }

    private static void ping(ContainerProcess p) {
        List<String> words = new ArrayList<>(p.operands());
        List<String> values = new ArrayList<>();
        Filters.flags(words, "cwWi", values);
        String host = words.isEmpty() ? "" : words.getFirst();
        int count = Filters.value(values, 'c')
                .filter(c -> c.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(Integer.MAX_VALUE);
        Call call = new Call("icmp", host, 0, "", "", "", "", PING);
        int[] answered = {0};
        ping(p, call, 0, count, answered);
    }

    private static void ping(ContainerProcess p, Call call, int sequence, int count, int[] answered) {
        if (sequence == count) {
            int lost = 100 - 100 * answered[0] / Math.max(1, count);
            p.print("\n--- " + call.host() + " ping statistics ---\n" + count + " packets transmitted, " + answered[0]
                    + " packets received, " + lost + "% packet loss\n");
            p.exit(answered[0] > 0 ? 0 : 1);
            return;
        }
        p.container().network().send(call, outcome -> {
            if (!p.alive()) {
                return;
            }
            if (outcome instanceof Outcome.NoSuchHost || outcome instanceof Outcome.NoNameServer) {
                p.complain("ping: bad address '" + call.host() + "'\n");
                p.exit(1);
                return;
            }
            if (outcome instanceof Outcome.Answered(var _, var address)) {
                if (sequence == 0) {
                    p.print("PING " + call.host() + " (" + address + "): 56 data bytes\n");
                }
                answered[0]++;
                p.print("64 bytes from " + address + ": seq=" + sequence + " ttl=62 time=0.412 ms\n");
            }
            p.after(PING, () -> ping(p, call, sequence + 1, count, answered));
        });
    }

    private static void netstat(ContainerProcess p) {
        p.print("Active Internet connections (only servers)\n"
                + "Proto Recv-Q Send-Q Local Address           Foreign Address         State\n");
        p.container()
                .network()
                .ports()
                .forEach(port -> p.print(String.format(
                        Locale.ROOT, "tcp        0      0 %-23s 0.0.0.0:*               LISTEN\n", "0.0.0.0:" + port)));
        p.exit(0);
    }

    private static void ip(ContainerProcess p) {
        p.print("1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536\n    inet 127.0.0.1/8 scope host lo\n"
                + "2: eth0@if7: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500\n    inet "
                + p.container().network().address() + "/24 scope global eth0\n");
        p.exit(0);
    }

    private static void httpd(ContainerProcess p) {
        int port = 80;
        String root = p.directory();
        var operands = p.operands();
        for (int i = 0; i + 1 < operands.size(); i++) {
            String value = operands.get(i + 1);
            if (operands.get(i).endsWith("p") && value.matches("(.*:)?\\d{1,5}")) {
                port = Integer.parseInt(value.substring(value.lastIndexOf(':') + 1));
            } else if (operands.get(i).endsWith("h")) {
                root = p.resolve(value);
            }
        }
        new WebServer(port, root, "").run(p);
    }
}
