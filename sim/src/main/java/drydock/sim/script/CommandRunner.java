package drydock.sim.script;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Runs one kubectl command on a cluster; it may take virtual time.
@FunctionalInterface
public interface CommandRunner {

    /// Runs the command with these `arguments` (the words after `kubectl`), tells what it says as it says it, and its
    /// exit code once it is done.
    void run(List<String> arguments, Consumer<String> stdout, Consumer<String> stderr, IntConsumer done);

    /// Begins the same so that it may be stopped; what would end a terminal's command only by Ctrl+C goes on until
    /// then.
    default StartedCommand start(
            List<String> arguments, Consumer<String> stdout, Consumer<String> stderr, IntConsumer done) {
        StartedCommand started = new StartedCommand(stdout, stderr, done);
        run(arguments, started::print, started::printError, started::end);
        return started;
    }
}
