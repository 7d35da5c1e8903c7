package drydock.sim.container;

import drydock.model.resource.Quantities;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `dd`, which copies in blocks, each of which it holds in memory. Zeros and what is random are only counted in a file,
/// beyond 64 KiB.
final class DdCommand {

    private static final long BLOCK_BYTES = 512;
    private static final long BYTES_A_SECOND = 1L << 30;
    private static final int MOST_TEXT = 1 << 16;
    private static final Duration STEP = Duration.ofSeconds(1);

    private DdCommand() {}

    static void run(ContainerProcess p) {
        Map<String, String> words = new TreeMap<>();
        for (String word : p.operands()) {
            int equals = word.indexOf('=');
            words.put(equals < 0 ? word : word.substring(0, equals), equals < 0 ? "" : word.substring(equals + 1));
        }
        long block = bytes(words.getOrDefault("bs", "")).orElse(BLOCK_BYTES);
        long count = bytes(words.getOrDefault("count", "")).orElse(Long.MAX_VALUE);
        String from = words.getOrDefault("if", "/dev/stdin");
        String to = words.get("of");
        if (from.equals("/dev/zero") || from.equals("/dev/urandom")) {
            GrowingMemory.hold(p, block);
            if (count != Long.MAX_VALUE) {
                long total = block * count;
                p.after(Duration.ofMillis(1 + total * 1000 / BYTES_A_SECOND), () -> {
                    if (total <= MOST_TEXT) {
                        write(p, to, "\0".repeat((int) total), block);
                    } else {
                        writeZeros(p, to, block, total);
                    }
                });
            } else if (to != null && !to.startsWith("/dev/") && opened(p, to)) {
                p.after(STEP, () -> fill(p, to, block));
            }
            return;
        }
        Optional<String> read = Filters.read(p, from);
        if (read.isEmpty()) {
            p.exit(1);
            return;
        }
        long length = Math.min(read.get().length(), count == Long.MAX_VALUE ? count : block * count);
        write(p, to, read.get().substring(0, (int) length), block);
    }

    private static void write(ContainerProcess p, @Nullable String to, String text, long block) {
        if (to == null) {
            p.print(text);
        } else if (!to.equals("/dev/null")) {
            if (!opened(p, to)) {
                return;
            }
            Files files = p.container().files();
            if (!files.write(p.resolve(to), text)) {
                full(p, to, block);
                return;
            }
        }
        end(p, block, text.length());
    }

    /// Where it goes to no file, nobody gets them.
    private static void writeZeros(ContainerProcess p, @Nullable String to, long block, long total) {
        if (to != null && !to.equals("/dev/null")) {
            if (!opened(p, to)) {
                return;
            }
            if (!p.container().files().extend(p.resolve(to), total)) {
                full(p, to, block);
                return;
            }
        }
        end(p, block, total);
    }

    /// Writes on and on, until there is no more room.
    private static void fill(ContainerProcess p, String to, long block) {
        if (p.container().files().extend(p.resolve(to), BYTES_A_SECOND)) {
            p.after(STEP, () -> fill(p, to, block));
        } else {
            full(p, to, block);
        }
    }

    /// Whether the file is there and empty now; if not, the process has ended.
    private static boolean opened(ContainerProcess p, String to) {
        Files files = p.container().files();
        String path = p.resolve(to);
        if (files.write(path, "")) {
            return true;
        }
        p.complain("dd: can't open '" + to + "': " + files.refusal(path) + "\n");
        p.exit(1);
        return false;
    }

    /// The last block was read and could be written in part, or not at all.
    private static void full(ContainerProcess p, String to, long block) {
        Files files = p.container().files();
        long written = files.size(p.resolve(to));
        p.complain("dd: error writing '" + to + "': " + files.refusal(p.resolve(to)) + "\n");
        p.complain(written / block + 1 + "+0 records in\n" + written / block + "+0 records out\n");
        p.exit(1);
    }

    private static void end(ContainerProcess p, long block, long total) {
        String records = total / block + "+" + (total % block == 0 ? 0 : 1) + " records ";
        p.complain(records + "in\n" + records + "out\n");
        p.exit(0);
    }

    /// As BusyBox reads an amount: `512`, `4k`, `20M`, `1G`; empty if it is none.
    static OptionalLong bytes(String text) {
        String suffix = text.replaceFirst("^\\d+", "");
        String unit = suffix.isEmpty() ? "" : suffix.substring(0, 1).toUpperCase(Locale.ROOT) + "i";
        return Quantities.parse(text.substring(0, text.length() - suffix.length()) + unit)
                .map(amount -> OptionalLong.of(Quantities.value(amount)))
                .orElse(OptionalLong.empty());
    }
}
