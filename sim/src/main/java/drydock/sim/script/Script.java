package drydock.sim.script;

import drydock.sim.container.CommandLine;
import drydock.sim.expect.ExpectationParser;
import drydock.sim.expect.WrongExpectationException;
import drydock.sim.fault.Fault;
import drydock.sim.fault.FaultCommand;
import drydock.sim.traffic.TrafficCommand;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A script, read: its steps in order. Blank lines and comments are left out; a line that ends in `\` goes on.
public record Script(List<Step> steps) {

    /// The programs that a script can run on a machine outside the cluster.
    public static final Set<String> OUTSIDE = Set.of("curl", "wget", "ping", "nc");

    /// A line that a script may not have.
    public static final class BadLineException extends Exception {

        private static final long serialVersionUID = 1;

        private final int line;

        BadLineException(int line, String message) {
            super(message);
            this.line = line;
        }

        /// The line's number, from 1.
        public int line() {
            return line;
        }
    }

    public Script {
        steps = List.copyOf(steps);
    }

    /// Reads a script.
    ///
    /// @throws BadLineException if a line is none of a script's
    public static Script parse(String text) throws BadLineException {
        List<Step> steps = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.endsWith("\\")) {
                open.append(line, 0, line.length() - 1).append(' ');
                continue;
            }
            String whole = open.append(line).toString().strip();
            open.setLength(0);
            if (!whole.isEmpty() && !whole.startsWith("#")) {
                steps.add(step(whole, number));
            }
        }
        if (!open.isEmpty()) {
            steps.add(step(open.toString().strip(), number));
        }
        return new Script(steps);
    }

    /// The words of a command without `kubectl` itself, with the variables before it; empty if it is another's.
    public static Optional<List<String>> kubectl(List<String> words) {
        int at = 0;
        while (at < words.size() && words.get(at).matches("[A-Z_]+=.*")) {
            at++;
        }
        if (at == words.size() || !words.get(at).equals("kubectl")) {
            return Optional.empty();
        }
        List<String> rest = new ArrayList<>(words);
        rest.remove(at);
        return Optional.of(rest);
    }

    private static Step step(String text, int line) throws BadLineException {
        List<String> words;
        try {
            words = CommandLine.split(text);
        } catch (IllegalArgumentException e) {
            throw new BadLineException(line, String.valueOf(e.getMessage()));
        }
        String first = words.isEmpty() ? "" : words.getFirst();
        Optional<List<String>> kubectl = kubectl(words);
        if (kubectl.isPresent()) {
            List<String> arguments = kubectl.get();
            return !arguments.isEmpty() && arguments.getLast().equals("&")
                    ? new Step.Background(text, arguments.subList(0, arguments.size() - 1))
                    : new Step.Command(text, arguments);
        }
        if (OUTSIDE.contains(first)) {
            return new Step.Outside(text, words);
        }
        Optional<Duration> pause = sleep(words);
        if (pause.isPresent()) {
            return new Step.Sleep(text, pause.get());
        }
        if (first.equals("traffic")) {
            return TrafficCommand.parse(words.subList(1, words.size()))
                    .map(_ -> new Step.Traffic(text, words.subList(1, words.size())))
                    .orElseThrow(() -> new BadLineException(line, text));
        }
        if (first.equals("fault")) {
            return FaultCommand.parse(words.subList(1, words.size()))
                    .map(command -> new Step.Faulty(text, command))
                    .orElseThrow(() -> new BadLineException(line, text));
        }
        if (first.equals("expect")) {
            return expectation(text, words.subList(1, words.size()), line);
        }
        if (first.equals("./stop-node") && words.size() == 2) {
            return new Step.Faulty(text, new FaultCommand.Strike(new Fault.NodeLost(words.get(1))));
        }
        throw new BadLineException(line, text);
    }

    /// How long `sleep SECONDS` lasts; empty for other words.
    public static Optional<Duration> sleep(List<String> words) {
        if (words.size() != 2
                || !words.getFirst().equals("sleep")
                || !words.get(1).matches("\\d{1,9}(\\.\\d{1,9})?s?")) {
            return Optional.empty();
        }
        BigDecimal seconds = new BigDecimal(words.get(1).replace("s", ""));
        return Optional.of(Duration.ofNanos(seconds.movePointRight(9).longValueExact()));
    }

    private static Step expectation(String text, List<String> words, int line) throws BadLineException {
        try {
            return new Step.Expectation(text, line, ExpectationParser.parse(words));
        } catch (WrongExpectationException wrong) {
            throw new BadLineException(line, text + "\n" + wrong.getMessage());
        }
    }
}
