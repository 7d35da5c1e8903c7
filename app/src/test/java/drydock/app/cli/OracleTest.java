package drydock.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The simulation beside recordings of a real cluster; skipped where they, or what compares them, are not there.
class OracleTest {

    private static final Path ORACLE = Path.of(System.getenv().getOrDefault("DRYDOCK_ORACLE", "../../shared/oracle"))
            .toAbsolutePath()
            .normalize();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-pod-nginx",
                "02-pod-two-containers",
                "05-restart-never-succeeds",
                "06-rc-service-scale",
                "07-rc-expose",
                "09-exit-1-never",
                "11-unschedulable-requests",
                "14-label-leaves-service"
            })
    void aScriptDoesWhatItDidOnARealCluster(String scenario) throws Exception {
        assumeTrue(Files.isExecutable(ORACLE.resolve("compare")), "no recordings beside the checkout");
        Path trace = run(scenario, "trace.jsonl");

        Process compare = new ProcessBuilder(
                        ORACLE.resolve("compare").toString(),
                        ORACLE.resolve("scenarios/" + scenario + "/trace.jsonl").toString(),
                        trace.toString(),
                        "--verbose")
                .redirectErrorStream(true)
                .start();
        String said = new String(compare.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(compare.waitFor() == 0, "the recordings cannot be compared here: " + said);

        assertThat(said).contains("at least 0.95 in 1");
    }

    @Test
    void twoRunsWithOneSeedAreTheSameByteForByte() throws Exception {
        assumeTrue(Files.isDirectory(ORACLE), "no recordings beside the checkout");

        Path first = run("06-rc-service-scale", "first.jsonl");
        Path second = run("06-rc-service-scale", "second.jsonl");

        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(first).isNotEmptyFile();
    }

    private Path run(String scenario, String name) throws IOException {
        Path inputs = ORACLE.resolve("scenarios").resolve(scenario);
        Path trace = folder.resolve(name);
        Said.by(
                "run",
                inputs.resolve("nodes.yaml").toString(),
                "--offline",
                "--script",
                inputs.resolve("script").toString(),
                "--trace",
                trace.toString());
        return trace;
    }
}
