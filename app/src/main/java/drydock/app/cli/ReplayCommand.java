package drydock.app.cli;

import drydock.app.recording.Header;
import drydock.app.recording.RecordingReader;
import drydock.app.recording.RecordingReader.Ending;
import drydock.app.recording.Told;
import drydock.app.recording.UnreadableException;
import drydock.app.text.Messages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drydock replay FILE`: what was recorded, as `drydock watch` prints it.
@Command(name = "replay", mixinStandardHelpOptions = true, resourceBundle = "drydock.app.cli.messages")
final class ReplayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "replay.file")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            descriptionKey = "watch.output")
    private WatchCommand.Output output = WatchCommand.Output.text;

    @Override
    public Integer call() {
        return print(spec, file, output);
    }

    /// Prints a recording.
    ///
    /// @return the exit code: 1 if it cannot be read, or not to its end
    static int print(CommandSpec spec, Path file, WatchCommand.Output output) {
        return new Printing(spec.commandLine().getOut(), spec.commandLine().getErr(), output).print(file);
    }

    private static final class Printing implements RecordingReader.Sink {

        private final Messages messages = Messages.of(ReplayCommand.class);
        private final PrintWriter out;
        private final PrintWriter err;
        private final boolean asText;
        private final WatchLines lines;

        Printing(PrintWriter out, PrintWriter err, WatchCommand.Output output) {
            this.out = out;
            this.err = err;
            this.asText = output == WatchCommand.Output.text;
            this.lines = asText ? new WatchText() : new WatchJson();
        }

        int print(Path file) {
            try {
                Ending ending = RecordingReader.read(file, this, () -> false);
                out.flush();
                if (ending.how() == Ending.How.CUT) {
                    err.println(messages.get("replay.cut", file, ending.lines()));
                    return 1;
                }
                return 0;
            } catch (UnreadableException damaged) {
                out.flush();
                err.println(messages.get(
                        "replay.unreadable." + damaged.fault(),
                        file,
                        damaged.line(),
                        String.valueOf(damaged.getMessage())));
            } catch (NoSuchFileException gone) {
                err.println(messages.get("replay.gone", file));
            } catch (IOException unreadable) {
                err.println(file + ": " + unreadable.getMessage());
            }
            return 1;
        }

        @Override
        public void header(Header header) {
            if (asText) {
                out.println(messages.get(
                        "replay.header",
                        header.cluster().name(),
                        header.cluster().server(),
                        header.cluster().version(),
                        header.start().toString()));
            }
        }

        /// As text each line begins with the time, which nobody sees go by here.
        @Override
        public void told(Told told) {
            for (String line : lines.lines(told.event(), told.at())) {
                out.println(asText ? told.at() + " " + line : line);
            }
        }
    }
}
