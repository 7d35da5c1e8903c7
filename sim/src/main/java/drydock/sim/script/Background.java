package drydock.sim.script;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A command of a script that runs beside the rest of it.
final class Background {

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private @Nullable StartedCommand started;
    private int code;

    void begin(CommandRunner runner, List<String> arguments) {
        started = runner.start(arguments, out::append, err::append, ended -> code = ended);
    }

    void stop() {
        if (started != null && !started.isOver()) {
            started.stop();
            code = 0;
        }
    }

    /// What it has said since this was asked last, and its exit code; 0 while it runs.
    CommandResult said() {
        CommandResult result = new CommandResult(out.toString(), err.toString(), code);
        out.setLength(0);
        err.setLength(0);
        return result;
    }

    /// The same, if there is anything.
    Optional<CommandResult> rest() {
        return Optional.of(said())
                .filter(result -> !result.stdout().isEmpty() || !result.stderr().isEmpty());
    }
}
