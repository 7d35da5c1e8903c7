package drydock.sim.kubectl;

import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.script.CommandResult;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A simulated cluster with a kubectl in front of it, and the files that it may read.
final class CommandLine implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Simulation simulation;
    private final Map<String, String> files = new LinkedHashMap<>();

    private CommandLine(Simulation simulation) {
        this.simulation = simulation;
    }

    /// Three nodes that are ready, and nothing else.
    static CommandLine start() {
        CommandLine line = new CommandLine(Simulation.start(SimulationOptions.DEFAULT));
        line.pass(1);
        return line;
    }

    Simulation simulation() {
        return simulation;
    }

    CommandLine file(String name, String text) {
        files.put(name, text);
        return this;
    }

    void pass(long seconds) {
        simulation.advance(Duration.ofSeconds(seconds), Integer.MAX_VALUE);
    }

    /// What `kubectl` says to these words, which blanks part.
    CommandResult run(String words) {
        return run(List.of(words.split(" ", -1)));
    }

    CommandResult run(List<String> words) {
        return run(words, kubectl -> kubectl);
    }

    /// The commands themselves.
    Kubectl kubectl() {
        return new Kubectl(simulation.cluster(), "default", this::read)
                .timedBy(simulation.engine()::schedule)
                .measuredBy(simulation.usages())
                .withPrograms(simulation.network().outside());
    }

    /// @param prepared makes other commands of the usual ones
    CommandResult run(List<String> words, UnaryOperator<Kubectl> prepared) {
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        int[] code = {-1};
        prepared.apply(kubectl()).run(words, out::append, err::append, c -> code[0] = c);
        Duration passed = Duration.ZERO;
        while (code[0] < 0 && passed.compareTo(LONGEST) < 0) {
            pass(1);
            passed = passed.plusSeconds(1);
        }
        return new CommandResult(out.toString(), err.toString(), code[0]);
    }

    /// The standard output of a command that must end with 0 and say nothing on the standard error.
    String out(String words) {
        CommandResult result = run(words);
        if (result.code() != 0 || !result.stderr().isEmpty()) {
            throw new AssertionError(words + ": " + result);
        }
        return result.stdout();
    }

    private Map<String, String> read(String name) throws IOException {
        String text = files.get(name);
        if (text == null) {
            throw new IOException("the path \"" + name + "\" does not exist");
        }
        return Map.of(name, text);
    }

    @Override
    public void close() {
        simulation.close();
    }
}
