package drydock.sim.script;

import drydock.sim.expect.Expected;
import drydock.sim.fault.FaultCommand;
import java.time.Duration;
import java.util.List;

/// A line of a script.
public sealed interface Step {

    /// The line as it was written.
    String text();

    /// `kubectl …`: one command; `arguments` are the words after `kubectl`.
    record Command(String text, List<String> arguments) implements Step {}

    /// `kubectl … &`: one that runs on beside the rest of the script, and is stopped at its end.
    record Background(String text, List<String> arguments) implements Step {}

    /// `curl …`, `wget …` and the like: a program on a machine outside the cluster.
    record Outside(String text, List<String> words) implements Step {}

    /// `sleep SECONDS`.
    record Sleep(String text, Duration duration) implements Step {}

    /// `fault …`, or `./stop-node NODE`: something goes wrong, or is mended.
    record Faulty(String text, FaultCommand command) implements Step {}

    /// `expect …`: what must be seen.
    ///
    /// @param line the line's number, from 1
    record Expectation(String text, int line, Expected expected) implements Step {}

    /// `traffic …`: requests are sent at a rate, or no longer; `words` are those after `traffic`.
    record Traffic(String text, List<String> words) implements Step {}
}
