package drydock.sim.kubectl;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `top pod|node`: what is used (`kubectl/pkg/cmd/top`, `kubectl/pkg/metricsutil/metrics_printer.go`).
final class TopVerbs {

    static final Flag SORT_BY = Flag.text("--sort-by");

    private static final long MEBIBYTE = 1024 * 1024;

    private TopVerbs() {}

    static VerbGroup group() {
        Map<String, Verb> verbs = new LinkedHashMap<>();
        verbs.put("node", new TopNodeVerb());
        verbs.put("pod", new TopPodVerb());
        return new VerbGroup("top", verbs, Map.of("nodes", "node", "no", "node", "pods", "pod", "po", "pod"));
    }

    /// One line of the table, before it is written.
    record Use(String namespace, String name, long milliCpu, long memoryBytes) {

        String cpu() {
            return milliCpu + "m";
        }

        String memory() {
            return memoryBytes / MEBIBYTE + "Mi";
        }
    }

    /// The order of the lines: the greatest first, or by name.
    static Comparator<Use> order(CommandArguments arguments) {
        return switch (arguments.flag(SORT_BY.name()).orElse("")) {
            case "" -> Comparator.comparing(Use::namespace).thenComparing(Use::name);
            case "cpu" -> Comparator.comparingLong(Use::milliCpu).reversed();
            case "memory" -> Comparator.comparingLong(Use::memoryBytes).reversed();
            default -> throw new CommandFailure("error: --sort-by accepts only cpu or memory");
        };
    }

    /// The one object that is asked for; empty if all are.
    static Optional<String> name(CommandArguments arguments, String usage, String selectors) {
        List<String> words = arguments.words();
        if (words.size() > 1) {
            throw new CommandFailure(
                    "error: " + usage + "\nSee 'kubectl top " + usage.split(" ", 2)[0] + " -h' for help and examples");
        }
        boolean chosen = arguments.flag("--selector").isPresent()
                || arguments.flag("--field-selector").isPresent();
        if (!words.isEmpty() && chosen) {
            throw new CommandFailure("error: only one of NAME or " + selectors + " can be provided");
        }
        return words.stream().findFirst();
    }

    static CommandFailure unavailable() {
        return new CommandFailure("error: Metrics API not available");
    }
}
