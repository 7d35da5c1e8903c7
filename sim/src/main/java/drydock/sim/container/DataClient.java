package drydock.sim.container;

import java.util.ArrayList;
import java.util.List;

/// The client of a database or a cache: it says its words to the server and prints the answer.
record DataClient(String scheme, int usualPort) implements Command {

    /// Flags that take a value which does not matter here.
    private static final List<String> PASSED_OVER = List.of("-U", "-d", "-a", "-n", "--user", "-D", "--username");

    private static final List<String> TEXTS = List.of("-c", "-e", "--eval", "--execute");

    @Override
    public void run(ContainerProcess p) {
        String host = "127.0.0.1";
        int port = usualPort;
        List<String> said = new ArrayList<>();
        List<String> words = new ArrayList<>(p.operands());
        while (!words.isEmpty()) {
            String word = words.removeFirst();
            if (word.equals("-h") || word.equals("--host")) {
                host = words.isEmpty() ? host : words.removeFirst();
            } else if (word.matches("-h.+|--host=.+")) {
                host = word.replaceFirst("-h|--host=", "");
            } else if (word.equals("-p") || word.equals("-P") || word.equals("--port")) {
                String text = words.isEmpty() ? "" : words.removeFirst();
                port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : port;
            } else if (TEXTS.contains(word)) {
                said.add(words.isEmpty() ? "" : words.removeFirst());
            } else if (PASSED_OVER.contains(word)) {
                if (!words.isEmpty()) {
                    words.removeFirst();
                }
            } else if (!word.startsWith("-")) {
                said.add(word);
            }
        }
        String line = String.join(" ", said);
        int blank = line.indexOf(' ');
        Call call = Call.of(
                scheme,
                host,
                port,
                blank < 0 ? line : line.substring(0, blank),
                blank < 0 ? "" : line.substring(blank + 1));
        p.container().network().send(call, outcome -> {
            if (p.alive()) {
                tell(p, call, outcome);
            }
        });
    }

    private void tell(ContainerProcess p, Call call, Outcome outcome) {
        String server = call.host() + ":" + call.port();
        boolean ready = p.arguments().getFirst().endsWith("pg_isready");
        if (outcome instanceof Outcome.Answered(var reply, var _)) {
            p.print(ready ? server + " - accepting connections\n" : reply.body());
            p.exit(reply.status() < 400 ? 0 : 1);
            return;
        }
        if (ready) {
            p.print(server + " - no response\n");
            p.exit(2);
            return;
        }
        String why = switch (outcome) {
            case Outcome.NoSuchHost _, Outcome.NoNameServer _ -> "Name or service not known";
            case Outcome.TimedOut _ -> "Connection timed out";
            case Outcome.Unreachable _ -> "No route to host";
            case Outcome.Refused _, Outcome.Answered _ -> "Connection refused";
        };
        p.complain("Could not connect to " + scheme + " at " + server + ": " + why + "\n");
        p.exit(1);
    }
}
