package drydock.app.live;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/// What this process holds at a moment.
///
/// @param heapBytes in use after a full collection
/// @param nativeKilobytes what the virtual machine has taken from the system beside the heap; 0 if it was not told to
///     count (`-XX:NativeMemoryTracking=summary`)
/// @param residentKilobytes of the whole process
/// @param threads how many there are of each name, numbers in names left out; virtual ones, too
record Footprint(long heapBytes, long nativeKilobytes, long residentKilobytes, Map<String, Long> threads) {

    private static final Pattern THREAD = Pattern.compile("^#\\d+ \"(.*)\"( virtual)?.*$");
    private static final Pattern COMMITTED = Pattern.compile("committed=(\\d+)KB");

    static Footprint now() throws IOException, JMException {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new Footprint(runtime.totalMemory() - runtime.freeMemory(), natives(), resident(), named());
    }

    private static Map<String, Long> named() throws IOException {
        Path folder = Files.createTempDirectory("drydock-threads");
        Path file = folder.resolve("threads.txt");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(THREAD::matcher)
                    .filter(Matcher::matches)
                    .map(thread ->
                            thread.group(1).replaceAll("\\d+", "N") + (thread.group(2) == null ? "" : " (virtual)"))
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    /// All that is committed less the heap.
    private static long natives() throws JMException {
        String told = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "vmNativeMemory",
                        new Object[] {new String[] {"summary"}},
                        new String[] {String[].class.getName()});
        List<String> lines = told.lines().toList();
        return committed(lines, "Total:") - committed(lines, "Java Heap");
    }

    private static long committed(List<String> lines, String what) {
        return lines.stream()
                .filter(line -> line.contains(what))
                .map(COMMITTED::matcher)
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .findFirst()
                .orElse(0);
    }

    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }
}
