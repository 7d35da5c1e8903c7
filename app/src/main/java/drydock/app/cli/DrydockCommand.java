package drydock.app.cli;

import drydock.app.recording.RecordingFiles;
import drydock.app.text.Messages;
import drydock.model.validation.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drydock [PROJECT|FILE...]`: opens the window, or, where there is none, does the same work without it.
@Command(
        name = "drydock",
        mixinStandardHelpOptions = true,
        versionProvider = DrydockCommand.Version.class,
        resourceBundle = "drydock.app.cli.messages",
        subcommands = {
            CheckCommand.class,
            RenderCommand.class,
            ExportCommand.class,
            RunCommand.class,
            ServeCommand.class,
            WatchCommand.class,
            ReplayCommand.class,
            CommandLine.HelpCommand.class
        })
public final class DrydockCommand implements Callable<Integer> {

    /// The command's exit code for wrong use.
    static final int WRONG_USE = CommandLine.ExitCode.USAGE;

    /// What may be a command, and is hardly a path.
    private static final Pattern WORD = Pattern.compile("[a-zA-Z]+");

    private final ToIntFunction<List<Path>> window;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "PROJECT|FILE", arity = "0..*", descriptionKey = "files")
    private List<Path> files = List.of();

    /// @param window opens the window on files and returns the exit code when it is closed
    public DrydockCommand(ToIntFunction<List<Path>> window) {
        this.window = window;
    }

    /// The command line as the program and its tests use it.
    public static CommandLine commandLine(ToIntFunction<List<Path>> window) {
        return new CommandLine(new DrydockCommand(window))
                .setParameterExceptionHandler((wrong, _) -> WrongUse.say(wrong));
    }

    @Override
    public Integer call() {
        Optional<String> mistyped = files.stream().findFirst().flatMap(this::mistyped);
        if (mistyped.isPresent()) {
            spec.commandLine().getErr().println(mistyped.get());
            return WRONG_USE;
        }
        if (Display.isThere()) {
            return Display.missing(true).map(this::refuse).orElseGet(() -> window.applyAsInt(files));
        }
        return Display.missing(false).map(this::refuse).orElseGet(this::withoutWindow);
    }

    /// What is said of a word that is neither a file nor a command; empty of all else.
    private Optional<String> mistyped(Path file) {
        String word = file.toString();
        if (!WORD.matcher(word).matches() || Files.exists(file)) {
            return Optional.empty();
        }
        List<String> commands = List.copyOf(spec.subcommands().keySet());
        Messages messages = Messages.of(DrydockCommand.class);
        String nearest = Nearest.to(word, commands)
                .map(name -> " " + messages.get("mistyped.nearest", "drydock " + name))
                .orElse("");
        return Optional.of(messages.get("mistyped", word, String.join(", ", commands)) + nearest);
    }

    /// Runs the project and draws how it stands after a minute, since there is no window to show it in.
    private int withoutWindow() {
        if (files.size() == 1 && RecordingFiles.isOne(files.getFirst())) {
            return ReplayCommand.print(spec, files.getFirst(), WatchCommand.Output.text);
        }
        spec.commandLine().getOut().println(Messages.of(DrydockCommand.class).get("display.none"));
        Path project = files.isEmpty() ? Path.of("") : files.getFirst().toAbsolutePath();
        String name = project.getFileName() == null ? "" : "-" + project.getFileName();
        Path picture = Path.of("drydock" + name + ".png");
        Path writable = Files.isWritable(Path.of("").toAbsolutePath())
                ? picture
                : Path.of(System.getProperty("java.io.tmpdir")).resolve(picture);
        return RunCommand.withoutWindow(spec, files, writable);
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        return 1;
    }

    /// The program's version, from the build.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = DrydockCommand.class.getPackage().getImplementationVersion();
            return new String[] {"drydock " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
