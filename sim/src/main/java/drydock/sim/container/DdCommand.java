package drydock.sim.container;

import drydock.model.resource.Quantities;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `dd`, which copies in blocks, each of which it holds in memory. Files get what a simulated disk takes, 4 MiB.
final class DdCommand {

    private static final long BLOCK_BYTES = 512;
    private static final long BYTES_A_SECOND = 1L << 30;
    private static final int MOST_BYTES = 1 << 22;

    private DdCommand() {}

    static void run(ContainerProcess p) {
        Map<String, String> words = new TreeMap<>();
        for (String word : p.operands()) {
            int equals = word.indexOf('=');
            words.put(equals < 0 ? word : word.substring(0, equals), equals < 0 ? "" : word.substring(equals + 1));
        }
        long block = bytes(words.get("bs"), BLOCK_BYTES);
        long count = bytes(words.get("count"), Long.MAX_VALUE);
        String from = words.getOrDefault("if", "/dev/stdin");
        if (from.equals("/dev/zero") || from.equals("/dev/urandom")) {
            GrowingMemory.hold(p, block);
            if (count != Long.MAX_VALUE) {
                long total = block * count;
                p.after(Duration.ofMillis(1 + total * 1000 / BYTES_A_SECOND), () -> {
                    Optional<String> text =
                            total > MOST_BYTES ? Optional.empty() : Optional.of("\0".repeat((int) total));
                    write(p, words.get("of"), text, block, total);
                });
            }
            return;
        }
        Optional<String> read = Filters.read(p, from);
        if (read.isEmpty()) {
            p.exit(1);
            return;
        }
        long length = Math.min(read.get().length(), count == Long.MAX_VALUE ? count : block * count);
        write(p, words.get("of"), Optional.of(read.get().substring(0, (int) length)), block, length);
    }

    private static void write(ContainerProcess p, @Nullable String to, Optional<String> text, long block, long total) {
        if (to == null) {
            text.ifPresent(p::print);
        } else if (!to.equals("/dev/null")) {
            Files files = p.container().files();
            String path = p.resolve(to);
            if (text.isEmpty() || !files.write(path, text.get())) {
                p.complain("dd: "
                        + (text.isEmpty()
                                ? "error writing '" + to + "': No space left on device"
                                : "can't open '" + to + "': " + files.refusal(path))
                        + "\n");
                p.exit(1);
                return;
            }
        }
        String records = total / block + "+" + (total % block == 0 ? 0 : 1) + " records ";
        p.complain(records + "in\n" + records + "out\n");
        p.exit(0);
    }

    /// As BusyBox reads an amount: `512`, `4k`, `20M`, `1G`.
    private static long bytes(@Nullable String text, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        String suffix = text.replaceFirst("^\\d+", "");
        String unit = suffix.isEmpty() ? "" : suffix.substring(0, 1).toUpperCase(Locale.ROOT) + "i";
        return Quantities.parse(text.substring(0, text.length() - suffix.length()) + unit)
                .map(Quantities::value)
                .orElse(otherwise);
    }
}
