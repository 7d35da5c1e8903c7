package drydock.app.replay;

import drydock.app.observe.Observed;
import drydock.app.recording.BenchmarkRecording;
import drydock.app.task.Tasks;
import drydock.app.testing.MeasuredWindow;
import drydock.model.cluster.ClusterEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToLongFunction;

/// What a large recording costs, measured on request: `ReplayBenchmark PODS CHANGES` writes one, reads it and goes to
/// moments of it; without a window.
///
/// `docs/performance.md` has the command.
public final class ReplayBenchmark {

    private static final int JUMPS = 200;

    private ReplayBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int pods = Integer.parseInt(arguments[0]);
        int changes = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("drydock-benchmark");
        for (String name : new String[] {"large.drydock-recording", "large.drydock-recording.gz"}) {
            Path file = folder.resolve(name);
            long process = MeasuredWindow.processNanos();
            BenchmarkRecording.write(file, pods, changes);
            say("%s: %.1f MB, written in %.1f s", name, Files.size(file) / 1e6, secondsSince(process));
            read(file);
        }
        play(OpenedRecording.read(folder.resolve("large.drydock-recording.gz")));
    }

    private static void read(Path file) throws Exception {
        for (int time = 1; time <= 2; time++) {
            long before = heap();
            long process = MeasuredWindow.processNanos();
            long thread = MeasuredWindow.cpuNanos();
            OpenedRecording recording = OpenedRecording.read(file);
            say(
                    "read: %.1f s of its thread, %.1f s of the process; %d MB of heap for %d lines",
                    (MeasuredWindow.cpuNanos() - thread) / 1e9,
                    secondsSince(process),
                    (heap() - before) >> 20,
                    recording.ending().lines());
        }
    }

    private static void play(OpenedRecording recording) {
        handOver(recording);
        Random random = new Random(6);
        ReplayPlayer player = new ReplayPlayer(recording);
        player.goTo(recording.wholeNanos());
        IntToLongFunction anywhere = _ -> (long) (random.nextDouble() * recording.endNanos());
        measure("jump to a random moment, the first", player, anywhere);
        measure("jump to a random moment", player, anywhere);
        player.goTo(recording.endNanos());
        measure("step back from the end", player, _ -> player.previousNanos());
        player.goTo(recording.wholeNanos());
        measure("step on from the beginning", player, _ -> player.nextNanos());
    }

    /// What the JavaFX thread does with a recording that was read until its first moment is known.
    private static void handOver(OpenedRecording recording) {
        for (int time = 1; time <= 3; time++) {
            long before = MeasuredWindow.cpuNanos();
            List<ClusterEvent> first = new ReplayPlayer(recording).goTo(recording.wholeNanos());
            long found = MeasuredWindow.cpuNanos();
            first.forEach(new Observed(Tasks.inPlace()));
            say(
                    "handed over: %.1f ms to find the first moment, %.1f ms to take in its %d objects",
                    (found - before) / 1e6, (MeasuredWindow.cpuNanos() - found) / 1e6, first.size());
        }
    }

    private static void measure(String what, ReplayPlayer player, IntToLongFunction moments) {
        long all = 0;
        long worst = 0;
        long told = 0;
        for (int i = 0; i < JUMPS; i++) {
            long before = MeasuredWindow.cpuNanos();
            told += player.goTo(moments.applyAsLong(i)).size();
            long took = MeasuredWindow.cpuNanos() - before;
            all += took;
            worst = Math.max(worst, took);
        }
        say("%s: %.2f ms on average, %.2f at most; %d told", what, all / 1e6 / JUMPS, worst / 1e6, told / JUMPS);
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static double secondsSince(long processNanos) {
        return (MeasuredWindow.processNanos() - processNanos) / 1e9;
    }

    @SuppressWarnings("SystemOut") // what a person reads who asked for it
    private static void say(String text, Object... figures) {
        System.out.printf(Locale.ROOT, text + "%n", figures);
    }
}
