package drydock.sim.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `curl`: prints a page, its headers, or what `-w` asks for.
final class CurlCommand implements Command {

    private static final String VALUED = "oHmXdwuAeb";

    @Override
    public void run(ContainerProcess p) {
        List<String> words = new ArrayList<>();
        List<String> values = new ArrayList<>();
        StringBuilder flags = new StringBuilder();
        List<String> given = new ArrayList<>(p.operands());
        while (!given.isEmpty()) {
            String word = given.getFirst();
            if (word.startsWith("--")) {
                given.removeFirst();
                longFlag(word, given, flags, values);
            } else if (word.startsWith("-") && word.length() > 1) {
                flags.append(Filters.flags(given, VALUED, values));
            } else {
                words.add(given.removeFirst());
            }
        }
        if (words.isEmpty()) {
            p.complain("curl: try 'curl --help' or 'curl --manual' for more information\n");
            p.exit(2);
            return;
        }
        String header = values.stream()
                .filter(v -> v.matches("(?i)Hhost:.*"))
                .map(v -> v.substring(6).strip())
                .findFirst()
                .orElse("");
        Duration most = Filters.value(values, 'm')
                .filter(m -> m.matches("\\d{1,6}(\\.\\d*)?"))
                .map(m -> Duration.ofMillis(Math.round(Double.parseDouble(m) * 1000)))
                .orElse(Duration.ofSeconds(135));
        String body = Filters.value(values, 'd').orElse("");
        String method =
                Filters.value(values, 'X').orElse(flags.indexOf("I") >= 0 ? "HEAD" : body.isEmpty() ? "GET" : "POST");
        Call call =
                Call.url(words.getFirst()).withHeader(header).withTimeout(most).withMethod(method, body);
        p.container().network().send(call, outcome -> {
            if (p.alive()) {
                tell(p, call, outcome, flags.toString(), values);
            }
        });
    }

    private static void longFlag(String word, List<String> given, StringBuilder flags, List<String> values) {
        char flag = switch (word) {
            case "--silent" -> 's';
            case "--show-error" -> 'S';
            case "--fail" -> 'f';
            case "--head" -> 'I';
            case "--include" -> 'i';
            case "--output" -> 'o';
            case "--header" -> 'H';
            case "--max-time", "--connect-timeout" -> 'm';
            case "--request" -> 'X';
            case "--data" -> 'd';
            case "--write-out" -> 'w';
            default -> 0;
        };
        if (flag != 0) {
            flags.append(flag);
            if (VALUED.indexOf(flag) >= 0 && !given.isEmpty()) {
                values.add(flag + given.removeFirst());
            }
        }
    }

    private static void tell(ContainerProcess p, Call call, Outcome outcome, String flags, List<String> values) {
        String where = call.host() + " port " + call.port();
        switch (outcome) {
            case Outcome.Answered(var reply, var _) -> answered(p, call, reply, flags, values);
            case Outcome.Refused _ ->
                fail(p, 7, "Failed to connect to " + where + " after 1 ms: Couldn't connect to server", flags, values);
            case Outcome.Unreachable _ ->
                fail(
                        p,
                        7,
                        "Failed to connect to " + where + " after 3072 ms: Couldn't connect to server",
                        flags,
                        values);
            case Outcome.TimedOut(var _, var connected) -> {
                long millis = call.timeout().toMillis();
                fail(
                        p,
                        28,
                        connected
                                ? "Operation timed out after " + millis + " milliseconds with 0 bytes received"
                                : "Connection timed out after " + millis + " milliseconds",
                        flags,
                        values);
            }
            case Outcome.NoSuchHost(var host) -> fail(p, 6, "Could not resolve host: " + host, flags, values);
            case Outcome.NoNameServer(var host) ->
                fail(p, 28, "Resolving timed out: Could not resolve host: " + host, flags, values);
        }
    }

    private static void answered(ContainerProcess p, Call call, Reply reply, String flags, List<String> values) {
        if (flags.contains("f") && reply.status() >= 400) {
            fail(p, 22, "The requested URL returned error: " + reply.status(), flags, values);
            return;
        }
        String text = "";
        if (flags.contains("i") || flags.contains("I")) {
            text = "HTTP/1.1 " + reply.status() + " " + reply.phrase() + "\r\nContent-Length: "
                    + reply.body().length() + "\r\n\r\n";
        }
        text += call.method().equals("HEAD") ? "" : reply.body();
        String file = Filters.value(values, 'o').orElse("");
        if (file.isEmpty()) {
            p.print(text);
        } else if (!file.equals("/dev/null") && !p.container().files().write(p.resolve(file), text)) {
            if (!flags.contains("s")) {
                p.complain("Warning: Failed to open the file " + file + ": "
                        + p.container().files().refusal(p.resolve(file)) + "\n");
            }
            fail(p, 23, "Failure writing output to destination", flags, values);
            return;
        }
        p.print(written(values, reply.status(), reply.body().length()));
        p.exit(0);
    }

    private static String written(List<String> values, int status, int size) {
        return TextCommands.unescape(Filters.value(values, 'w').orElse(""))
                .replace("%{http_code}", String.format(Locale.ROOT, "%03d", status))
                .replace("%{response_code}", String.format(Locale.ROOT, "%03d", status))
                .replace("%{size_download}", String.valueOf(size));
    }

    private static void fail(ContainerProcess p, int code, String why, String flags, List<String> values) {
        if (!flags.contains("s") || flags.contains("S")) {
            p.complain("curl: (" + code + ") " + why + "\n");
        }
        p.print(written(values, 0, 0));
        p.exit(code);
    }
}
