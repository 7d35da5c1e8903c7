package drydock.app;

import drydock.app.cli.DrydockCommand;
import drydock.model.pattern.Pattern;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/// Checks objects of every kind, so that the packaging can keep what a check loads ready-made (`make-start-cache`), and
/// which code is used often. What a check keeps is apart from what a window does, which is four times as much.
final class CheckTraining {

    private static final int CHECKS = 60;

    private CheckTraining() {}

    /// Trains and ends the process.
    ///
    /// @param arguments the project to check beside objects of every kind
    public static void main(String[] arguments) {
        check(arguments[0]);
        Launcher.main(new String[] {"check", arguments[0]});
    }

    /// Often enough that what is compiled of reading and checking is known, too.
    static void check(String project) {
        String kinds = everyKind().toString();
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (int i = 0; i < CHECKS; i++) {
            new CommandLine(new DrydockCommand(_ -> 0)).setOut(nowhere).execute("check", project);
            new CommandLine(new DrydockCommand(_ -> 0)).setOut(nowhere).execute("check", kinds);
        }
    }

    /// A folder with every pattern, as it is and with something wrong.
    private static Path everyKind() {
        try {
            Path folder = Files.createTempDirectory("drydock-kinds");
            for (Pattern pattern : Stream.concat(Pattern.OBJECTS.stream(), Pattern.COMPOSED.stream())
                    .toList()) {
                String base = pattern.name().toLowerCase(Locale.ROOT);
                write(folder.resolve(base + ".yaml"), pattern.manifests(base), "");
                write(
                        folder.resolve(base + "-wrong.yaml"),
                        pattern.manifests(base + "-wrong"),
                        "status:\nunknown: 1\n");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, List<String> manifests, String end) throws IOException {
        Files.writeString(
                file,
                manifests.stream()
                        .map(manifest -> manifest.stripTrailing() + "\n" + end)
                        .collect(Collectors.joining("---\n")));
    }
}
