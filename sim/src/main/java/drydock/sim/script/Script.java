package drydock.sim.script;

import drydock.sim.container.CommandLine;
import drydock.sim.fault.Fault;
import drydock.sim.fault.FaultCommand;
import drydock.sim.traffic.TrafficCommand;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    private static Step step(String text, int line) throws BadLineException {
        List<String> words;
        try {
            words = CommandLine.split(text);
        } catch (IllegalArgumentException e) {
            throw new BadLineException(line, String.valueOf(e.getMessage()));
        }
        String first = words.isEmpty() ? "" : words.getFirst();
        if (first.equals("kubectl")) {
            return new Step.Command(text, words.subList(1, words.size()));
        }
        if (OUTSIDE.contains(first)) {
            return new Step.Outside(text, words);
        }
        if (first.equals("sleep") && words.size() == 2 && words.get(1).matches("\\d{1,9}(\\.\\d{1,9})?s?")) {
            BigDecimal seconds = new BigDecimal(words.get(1).replace("s", ""));
            return new Step.Sleep(
                    text, Duration.ofNanos(seconds.movePointRight(9).longValueExact()));
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
        if (first.equals("./stop-node") && words.size() == 2) {
            return new Step.Faulty(text, new FaultCommand.Strike(new Fault.NodeLost(words.get(1))));
        }
        throw new BadLineException(line, text);
    }
}
