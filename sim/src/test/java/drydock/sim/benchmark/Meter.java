package drydock.sim.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What a process has used: time by the clock, time of the processors, and memory.
final class Meter {

    private final long begunNanos = System.nanoTime();
    private final long usedNanos = processNanos();
    private final long ownNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    /// Seconds by the clock since the meter was made.
    double clockSeconds() {
        return (System.nanoTime() - begunNanos) / 1e9;
    }

    /// Seconds that all threads of the process, the collector's and the compiler's among them, have run since.
    double processorSeconds() {
        return (processNanos() - usedNanos) / 1e9;
    }

    private static long processNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    /// Seconds that the calling thread has run since, which made the meter: what the collector and the compiler use is
    /// left out.
    double ownSeconds() {
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - ownNanos) / 1e9;
    }

    /// The most memory that the process has ever held, in megabytes; 0 where the system does not say.
    static long peakMegabytes() {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is in use after a collection, in megabytes.
    static long heldMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
