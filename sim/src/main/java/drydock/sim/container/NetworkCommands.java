package drydock.sim.container;

import java.util.Map;
import java.util.Optional;

/// Programs that use the network: `hostname`, `wget`, BusyBox's `httpd`.
final class NetworkCommands {

    private NetworkCommands() {}

    static void addTo(Map<String, Command> table) {
        table.put("hostname", NetworkCommands::hostname);
        table.put("wget", NetworkCommands::wget);
        table.put("httpd", NetworkCommands::httpd);
    }

    private static void hostname(ContainerProcess p) {
        Network network = p.container().network();
        boolean address = !p.operands().isEmpty() && p.operands().getFirst().equals("-i");
        p.print((address ? network.address() : network.hostname()) + "\n");
        p.exit(0);
    }

    private static void wget(ContainerProcess p) {
        String url = "";
        String output = "index.html";
        String flags = "";
        boolean takesOutput = false;
        for (String word : p.operands()) {
            if (takesOutput) {
                output = word;
                takesOutput = false;
            } else if (word.startsWith("-") && !word.startsWith("--")) {
                flags += word;
                takesOutput = word.endsWith("O");
                output = word.matches("-\\w*O-") ? "-" : output;
            } else if (!word.startsWith("--")) {
                url = word;
            }
        }
        boolean secure = url.startsWith("https://");
        String plain = url.replaceFirst("^https?://", "");
        int slash = plain.indexOf('/');
        String server = slash < 0 ? plain : plain.substring(0, slash);
        String path = slash < 0 ? "/" : plain.substring(slash);
        int colon = server.indexOf(':');
        String host = colon < 0 ? server : server.substring(0, colon);
        String port = colon < 0 ? (secure ? "443" : "80") : server.substring(colon + 1);
        fetch(
                p,
                new Target(host, port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0, path),
                output,
                flags.contains("q"));
    }

    private static void fetch(ContainerProcess p, Target target, String output, boolean quiet) {
        Network network = p.container().network();
        if (!quiet) {
            p.complain("Connecting to " + target.host + " (" + target.host + ":" + target.port + ")\n");
        }
        boolean here = target.host.equals("127.0.0.1")
                || target.host.equals("localhost")
                || target.host.equals(network.address())
                || target.host.equals(network.hostname());
        Optional<Network.Reply> reply = here
                ? network.at(target.port).map(listener -> listener.get(target.path))
                : network.outside().get(target.host, target.path);
        if (!here && reply.isEmpty()) {
            p.complain("wget: bad address '" + target.host + "'\n");
        } else if (reply.isEmpty()) {
            p.complain("wget: can't connect to remote host (" + target.host + "): Connection refused\n");
        } else if (reply.get().status() != 200) {
            p.complain("wget: server returned error: HTTP/1.1 " + reply.get().status() + " Not Found\n");
        } else {
            deliver(p, reply.get().body(), output);
            return;
        }
        p.exit(1);
    }

    private static void deliver(ContainerProcess p, String body, String output) {
        if (output.equals("-")) {
            p.print(body);
            p.exit(0);
        } else {
            p.exit(p.container().files().write(p.resolve(output), body) ? 0 : 1);
        }
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
        new WebServer(port, root).run(p);
    }

    private record Target(String host, int port, String path) {}
}
