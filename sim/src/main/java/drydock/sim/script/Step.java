package drydock.sim.script;

import drydock.sim.fault.FaultCommand;
import java.time.Duration;
import java.util.List;

/// A line of a script.
public sealed interface Step {

    /// The line as it was written.
    String text();

    /// `kubectl …`: one command; `arguments` are the words after `kubectl`.
    record Command(String text, List<String> arguments) implements Step {}

    /// `curl …`, `wget …` and the like: a program on a machine outside the cluster.
    record Outside(String text, List<String> words) implements Step {}

    /// `sleep SECONDS`.
    record Sleep(String text, Duration duration) implements Step {}

    /// `fault …`, or `./stop-node NODE`: something goes wrong, or is mended.
    record Faulty(String text, FaultCommand command) implements Step {}

    /// `traffic …`: requests are sent at a rate, or no longer; `words` are those after `traffic`.
    record Traffic(String text, List<String> words) implements Step {}
}
