package drydock.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// One seed gives one log, whatever the process is like that runs it: each is a fresh one, with another salt
/// of Java's immutable collections, other identity hashes, and, here, another collector, compiler, number of
/// processors, language, time zone and encoding.
///
/// `-Ddrydock.determinism.runs=1000` makes as many runs, over all kinds of processes; `-Ddrydock.determinism.seed=N` of
/// that seed.
class DeterminismTest {

    private static final int RUNS = Integer.getInteger("drydock.determinism.runs", 0);
    private static final String SEED = System.getProperty("drydock.determinism.seed", "7");

    private static final List<String> USUAL = List.of("-XX:+UseSerialGC");
    private static final List<String> FOREIGN = List.of(
            "-XX:+UseParallelGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ActiveProcessorCount=1",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dfile.encoding=ISO-8859-1");

    /// On request: each with how many of a thousand runs are made so. Interpreted ones take many times as long.
    private static final Map<List<String>, Integer> ALL = Map.of(
            USUAL,
            150,
            FOREIGN,
            150,
            List.of("-XX:+UseG1GC"),
            150,
            List.of("-XX:+UseParallelGC", "-XX:ActiveProcessorCount=2"),
            150,
            List.of("-XX:+UseZGC", "-XX:ActiveProcessorCount=4"),
            150,
            List.of("-XX:+UseG1GC", "-XX:ActiveProcessorCount=8", "-XX:-TieredCompilation"),
            100,
            List.of("-XX:+UseSerialGC", "-XX:hashCode=2"),
            140,
            List.of("-Xint"),
            10);

    @Test
    void oneSeedGivesOneLogInEveryProcess() throws IOException, InterruptedException {
        Map<String, Integer> hashes = new TreeMap<>();
        if (RUNS == 0) {
            run(USUAL, 1, hashes);
            run(FOREIGN, 1, hashes);
        }
        for (Map.Entry<List<String>, Integer> kind :
                RUNS == 0 ? List.<Map.Entry<List<String>, Integer>>of() : ALL.entrySet()) {
            int left = Math.max(1, kind.getValue() * RUNS / 1_000);
            // several processes of each kind, for what is drawn at the start of one is the same in all its runs
            for (int each = Math.ceilDiv(left, 10); left > 0; left -= each) {
                run(kind.getKey(), Math.min(each, left), hashes);
            }
        }

        assertThat(hashes).hasSize(1);
    }

    private static void run(List<String> options, int runs, Map<String, Integer> hashes)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UnlockExperimentalVMOptions");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LogHash.class.getName(), SEED, "" + runs));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        said.lines().filter(line -> line.matches("[0-9a-f]{64} \\d+")).forEach(line -> {
            String[] parts = line.split(" ", -1);
            hashes.merge(parts[0], Integer.parseInt(parts[1]), Integer::sum);
        });
        if (RUNS > 0) {
            System.out.println(options + ": " + hashes);
        }
    }
}
