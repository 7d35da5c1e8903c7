package drydock.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program as it is packaged, on a machine that has neither Maven nor a `java`, and no display.
class PackagedProgramIT {

    private static final Path PROGRAM =
            Path.of("target", "drydock", "bin", "drydock").toAbsolutePath();
    private static final Path SAMPLE =
            Path.of("..", "sample-projects", "first-service").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    record Said(int code, String out, String err) {}

    @Test
    void helpNamesEveryCommand() throws Exception {
        Said help = run("--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("check", "render", "run", "watch").contains("--help");
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "render", "run", "watch"})
    void helpOfACommandNamesItsOptions(String command) throws Exception {
        Said help = run(command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("drydock " + command).contains("--");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void nothingIsPrintedThatWasNotAskedFor() throws Exception {
        Said checked = run("check", "--severity", "warning", SAMPLE.toString());
        assertThat(checked.code()).isZero();
        assertThat(checked.err()).isEmpty();
        assertThat(checked.out().lines()).as("how much was found").hasSize(1);
        assertThat(run("--version").err()).isEmpty();
        assertThat(run("--version").out()).matches("drydock \\d+\\.\\d+\\.\\d+.*\\R");
        assertThat(run("render", SAMPLE.toString(), "-o", "x.svg").err()).isEmpty();
    }

    @Test
    void aPictureIsDrawnWithoutADisplay() throws Exception {
        Said said = run("render", SAMPLE.toString(), "-o", "x.png");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(ImageIO.read(folder.resolve("x.png").toFile()).getWidth()).isGreaterThan(400);
    }

    @Test
    void withoutADisplayTheWindowsJobIsDoneHeadless() throws Exception {
        Said said = run(SAMPLE.toString());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("oldboyedu-nginx").contains(".png");
    }

    @Test
    void aWrongOptionIsSaidWithItsName() throws Exception {
        Said said = run("check", "--colour", SAMPLE.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--colour").doesNotContain("Exception");
    }

    private Said run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        String home = folder.resolve("home").toString();
        builder.environment().clear();
        builder.environment().put("PATH", tools().toString());
        builder.environment().put("HOME", home);
        builder.environment().put("LANG", "C.UTF-8");
        Process process = builder.start();
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), out.join(), err.join());
    }

    /// A folder with the few tools of every system that the start script uses, and nothing else.
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String name : List.of("dirname", "readlink")) {
            Path link = tools.resolve(name);
            if (Files.notExists(link)) {
                Files.createSymbolicLink(link, Path.of("/usr/bin", name));
            }
        }
        return tools;
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }
}
