package drydock.app;

import drydock.app.cli.Display;
import drydock.app.cli.DrydockCommand;
import drydock.app.dialog.WindowDialogs;
import drydock.app.settings.Settings;
import drydock.app.shell.WindowAssembly;
import drydock.app.task.Tasks;
import drydock.app.workspace.Workspace;
import drydock.model.pattern.Pattern;
import drydock.model.recovery.RecoveryFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import picocli.CommandLine;

/// Does once what most starts do, so that the packaging can keep what they load ready-made (`make-start-cache`): checks
/// objects of every kind, draws a picture, and opens the window, without a display, for some frames.
final class StartTraining {

    private static final int FRAMES = 90;
    private static final int CHECKS = 60;

    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private StartTraining() {}

    /// Trains and ends the process.
    ///
    /// @param arguments the project to open, and the picture to write
    public static void main(String[] arguments) throws IOException {
        JAVAFX.setLevel(Level.SEVERE);
        Display.drawWithoutOne();
        Path settings = Files.createTempFile("drydock", ".properties");
        Path kinds = everyKind();
        Platform.startup(() -> open(
                Path.of(arguments[0]),
                settings,
                () -> Thread.ofPlatform().start(() -> {
                    check(arguments[0], kinds.toString());
                    System.exit(new CommandLine(new DrydockCommand(_ -> 0))
                            .execute("render", arguments[0], "-o", arguments[1]));
                })));
    }

    /// A folder with every pattern, as it is and with something wrong.
    private static Path everyKind() throws IOException {
        Path folder = Files.createTempDirectory("drydock-kinds");
        for (Pattern pattern : Stream.concat(Pattern.OBJECTS.stream(), Pattern.COMPOSED.stream())
                .toList()) {
            String base = pattern.name().toLowerCase(Locale.ROOT);
            write(folder.resolve(base + ".yaml"), pattern.manifests(base), "");
            write(folder.resolve(base + "-wrong.yaml"), pattern.manifests(base + "-wrong"), "status:\nunknown: 1\n");
        }
        return folder;
    }

    private static void write(Path file, List<String> manifests, String end) throws IOException {
        Files.writeString(
                file,
                manifests.stream()
                        .map(manifest -> manifest.stripTrailing() + "\n" + end)
                        .collect(Collectors.joining("---\n")));
    }

    /// Often enough that what is compiled of reading and checking is known, too.
    private static void check(String project, String kinds) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (int i = 0; i < CHECKS; i++) {
            new CommandLine(new DrydockCommand(_ -> 0)).setOut(nowhere).execute("check", project);
            new CommandLine(new DrydockCommand(_ -> 0)).setOut(nowhere).execute("check", kinds);
        }
    }

    private static void open(Path project, Path settings, Runnable then) {
        Stage stage = new Stage();
        WindowAssembly window = new WindowAssembly(
                new Workspace(Tasks.onVirtualThreads()),
                new WindowDialogs(() -> stage),
                Settings.in(settings),
                RecoveryFolder.in(settings.resolveSibling("recovery")),
                stage::close);
        stage.setScene(window.scene());
        stage.show();
        window.open(List.of(project));
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == FRAMES) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }
}
