package drydock.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.recovery.LeftWork;
import drydock.model.recovery.RecoveryFolder;
import drydock.model.recovery.UnsavedWork;
import drydock.model.storage.OpenResult;
import drydock.model.storage.ProjectFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that edits and saves is killed at random moments, 200 times.
class KillTest {

    private static final int KILLS = 200;
    private static final long SEED = 20260301;
    private static final Duration MOST_LOST = Duration.ofSeconds(2);

    @TempDir
    private Path temporary;

    @Test
    void everyFileIsWholeAndAtMostTwoSecondsOfEditsAreGone() throws Exception {
        Random random = new Random(SEED);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> kills = new ArrayList<>();
            for (int i = 0; i < KILLS; i++) {
                long millis = i % 20 == 0 ? 2_000 + random.nextInt(2_000) : random.nextInt(500);
                kills.add(two.submit(kill(temporary.resolve("run" + i), millis)));
            }
            int edits = 0;
            for (Future<Integer> kill : kills) {
                edits += kill.get();
            }
            assertThat(edits).isGreaterThan(KILLS * 10);
        }
    }

    /// @return how many edits were made before the kill
    private static Callable<Integer> kill(Path folder, long millisAfterFirstEdit) {
        return () -> {
            Files.createDirectories(folder.resolve("project"));
            for (String path : KillVictim.FILES) {
                Files.writeString(folder.resolve("project").resolve(path), KillVictim.text(0));
            }
            Process victim = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xshare:auto",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KillVictim.class.getName(),
                            folder.toString())
                    .redirectError(folder.resolve("errors").toFile())
                    .start();
            TreeMap<Long, Integer> edits = new TreeMap<>();
            Thread watching = new Thread(() -> read(victim, edits));
            watching.start();
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (isEmpty(edits) && victim.isAlive() && System.nanoTime() < deadline) {
                Thread.sleep(5);
            }
            Thread.sleep(millisAfterFirstEdit);
            victim.destroyForcibly().waitFor();
            long killed = System.currentTimeMillis();
            watching.join();
            assertThat(Files.readString(folder.resolve("errors"))).doesNotContain("Exception");
            int last = 0;
            for (Map.Entry<Long, Integer> edit :
                    edits.headMap(killed - MOST_LOST.toMillis()).entrySet()) {
                last = edit.getValue();
            }
            assertThat(newest(folder)).isGreaterThanOrEqualTo(last);
            return edits.size();
        };
    }

    private static boolean isEmpty(Map<Long, Integer> edits) {
        synchronized (edits) {
            return edits.isEmpty();
        }
    }

    private static void read(Process victim, Map<Long, Integer> edits) {
        try (BufferedReader lines = victim.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ", -1);
                if (parts.length == 3) {
                    synchronized (edits) {
                        edits.put(Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
                    }
                }
            }
        } catch (IOException killed) {
            // its end
        }
    }

    /// The number of the newest edit that is on the disk, after looking whether every file is whole.
    private static int newest(Path folder) throws IOException {
        int newest = 0;
        if (!(ProjectFolder.open(folder.resolve("project")) instanceof OpenResult.Opened(Project disk, var _, var _))) {
            throw new AssertionError("the project is gone");
        }
        assertThat(disk.files().keySet()).containsExactlyElementsOf(KillVictim.FILES);
        for (ManifestFile file : disk.files().values()) {
            newest = Math.max(newest, wholeNumber(file));
        }
        List<Path> broken = new ArrayList<>();
        for (LeftWork left : RecoveryFolder.in(folder.resolve("recovery")).left(broken::add)) {
            for (UnsavedWork.Changed changed : left.work().files().values()) {
                newest = Math.max(newest, wholeNumber(changed.now().orElseThrow()));
            }
        }
        assertThat(broken).isEmpty();
        return newest;
    }

    private static int wholeNumber(ManifestFile file) {
        Matcher first = Pattern.compile("number: (\\d+)").matcher(file.text());
        assertThat(first.find()).isTrue();
        int number = Integer.parseInt(first.group(1));
        assertThat(file.text()).isEqualTo(KillVictim.text(number));
        return number;
    }
}
