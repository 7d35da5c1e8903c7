package drydock.app.cli;

import drydock.app.text.Messages;
import drydock.sim.script.CommandResult;
import drydock.sim.script.Transcript;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.PrintWriter;

/// Prints the lines of a script as they begin, and what their commands say; what changes is told elsewhere.
final class PrintedScript implements Transcript {

    private final PrintWriter output;
    private boolean expects;

    PrintedScript(PrintWriter output) {
        this.output = output;
    }

    @Override
    public void step(long nanos, String text) {
        expects = text.startsWith("expect ");
        output.println("$ " + text);
    }

    @Override
    public void result(long nanos, CommandResult result) {
        output.print(result.stdout());
        output.print(result.stderr());
        if (result.code() != 0 && !expects) {
            output.println(Messages.of(PrintedScript.class).get("run.exitCode", result.code()));
        }
    }

    @Override
    public void change(long nanos, String type, HasMetadata object) {
        // the watches tell it
    }
}
