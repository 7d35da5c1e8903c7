package drydock.sim.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// BusyBox's `wget`: fetches a page into a file, or with `-O-` prints it.
final class WgetCommand implements Command {

    @Override
    public void run(ContainerProcess process) {
        List<String> urls = new ArrayList<>();
        String output = "";
        String header = "";
        String body = "";
        boolean quiet = false;
        boolean spider = false;
        Duration timeout = Duration.ofMinutes(15);
        List<String> words = new ArrayList<>(process.operands());
        while (!words.isEmpty()) {
            String word = words.removeFirst();
            if (word.startsWith("--")) {
                String value = word.contains("=") ? word.substring(word.indexOf('=') + 1) : "";
                spider |= word.equals("--spider");
                quiet |= word.equals("--quiet");
                timeout = word.startsWith("--timeout") ? seconds(value, timeout) : timeout;
                header = word.startsWith("--header")
                        ? host(value.isEmpty() && !words.isEmpty() ? words.removeFirst() : value, header)
                        : header;
                body = word.startsWith("--post-data") ? value : body;
                output = word.startsWith("--output-document=") ? value : output;
            } else if (word.startsWith("-") && word.length() > 1) {
                quiet |= word.matches("-[a-zA-Z]*q.*");
                char last = value(word);
                if (last != 0) {
                    String rest = word.substring(word.indexOf(last) + 1);
                    String value = rest.isEmpty() && !words.isEmpty() ? words.removeFirst() : rest;
                    output = last == 'O' ? value : output;
                    timeout = last == 'T' ? seconds(value, timeout) : timeout;
                }
            } else {
                urls.add(word);
            }
        }
        if (urls.isEmpty()) {
            process.complain("BusyBox v1.36.1 multi-call binary.\n\nUsage: wget [-cqS] [--spider] [-O FILE] URL...\n");
            process.exit(1);
            return;
        }
        Call call = Call.url(urls.getFirst()).withTimeout(timeout).withHeader(header);
        fetch(process, body.isEmpty() ? call : call.withMethod("POST", body), new Manner(output, quiet, spider));
    }

    private record Manner(String output, boolean quiet, boolean spider) {}

    /// The letter of `word` that takes a value, or 0.
    private static char value(String word) {
        for (char c : word.substring(1).toCharArray()) {
            if ("OTtUPYo".indexOf(c) >= 0) {
                return c;
            }
        }
        return 0;
    }

    private static Duration seconds(String text, Duration otherwise) {
        return text.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(text)) : otherwise;
    }

    private static String host(String header, String otherwise) {
        return header.matches("(?i)host:.*") ? header.substring(5).strip() : otherwise;
    }

    private static void fetch(ContainerProcess p, Call call, Manner manner) {
        p.container().network().send(call, outcome -> {
            if (!p.alive()) {
                return;
            }
            switch (outcome) {
                case Outcome.Answered(var reply, var address) -> {
                    connecting(p, call, address, manner);
                    answered(p, call, reply, manner);
                }
                case Outcome.Refused(var address) -> {
                    connecting(p, call, address, manner);
                    fail(p, "can't connect to remote host (" + address + "): Connection refused");
                }
                case Outcome.Unreachable(var address) -> {
                    connecting(p, call, address, manner);
                    fail(p, "can't connect to remote host (" + address + "): No route to host");
                }
                case Outcome.TimedOut(var address, var _) -> {
                    connecting(p, call, address, manner);
                    fail(
                            p,
                            call.timeout().toSeconds() < 900
                                    ? "download timed out"
                                    : "can't connect to remote host (" + address + "): Connection timed out");
                }
                case Outcome.NoSuchHost(var host) -> fail(p, "bad address '" + host + "'");
                case Outcome.NoNameServer(var host) -> fail(p, "bad address '" + host + "'");
            }
        });
    }

    private static void connecting(ContainerProcess p, Call call, String address, Manner manner) {
        if (!manner.quiet()) {
            p.complain("Connecting to " + call.host() + (call.host().equals(address) ? ":" + call.port() : "") + " ("
                    + address + ":" + call.port() + ")\n");
        }
    }

    private static void answered(ContainerProcess p, Call call, Reply reply, Manner manner) {
        if (reply.status() >= 400) {
            fail(p, "server returned error: HTTP/1.1 " + reply.status() + " " + reply.phrase());
        } else if (manner.spider()) {
            if (!manner.quiet()) {
                p.complain("remote file exists\n");
            }
            p.exit(0);
        } else if (manner.output().equals("-")) {
            p.print(reply.body());
            p.exit(0);
        } else {
            save(p, call, reply, manner);
        }
    }

    private static void save(ContainerProcess p, Call call, Reply reply, Manner manner) {
        String last = call.path().replaceFirst("[?#].*", "").replaceFirst(".*/", "");
        String file = !manner.output().isEmpty() ? manner.output() : last.isEmpty() ? "index.html" : last;
        if (file.equals("/dev/null")) {
            p.exit(0);
        } else if (manner.output().isEmpty() && p.container().files().exists(p.resolve(file))) {
            fail(p, "can't open '" + file + "': File exists");
        } else if (p.container().files().write(p.resolve(file), reply.body())) {
            if (!manner.quiet()) {
                p.complain("saving to '" + file + "'\n'" + file + "' saved\n");
            }
            p.exit(0);
        } else {
            fail(p, "can't open '" + file + "': " + p.container().files().refusal(p.resolve(file)));
        }
    }

    private static void fail(ContainerProcess p, String why) {
        p.complain("wget: " + why + "\n");
        p.exit(1);
    }
}
