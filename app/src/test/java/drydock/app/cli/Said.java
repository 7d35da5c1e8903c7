package drydock.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/// What a command line printed, and its exit code.
record Said(int code, String out, String err) {

    /// Runs the command line in this process.
    static Said by(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(new DrydockCommand(_ -> 0))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Said(code, out.toString(), err.toString());
    }
}
