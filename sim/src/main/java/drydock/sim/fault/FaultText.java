package drydock.sim.fault;

import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads faults from the words of a script.
public final class FaultText {

    private static final double USUAL_SLOWNESS = 10;
    private static final Duration USUAL_DELAY = Duration.ofSeconds(5);
    private static final long USUAL_LEAK = 10L << 20;

    private FaultText() {}

    /// The fault that `words` say, as `node-lost node-1`; empty if they say none. What can be left out is:
    /// how slow, how late, how fast memory is lost, and a Pod's namespace.
    public static Optional<Fault> parse(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<String> rest = new ArrayList<>(words.subList(1, words.size()));
        rest.addAll(List.of("", "", ""));
        return parse(words.getFirst(), words.size() - 1, rest);
    }

    private static Optional<Fault> parse(String name, int count, List<String> words) {
        String first = words.getFirst();
        String last = count == 0 ? "" : words.get(count - 1);
        return switch (name + " " + count) {
            case "node-lost 1" -> Optional.of(new Fault.NodeLost(first));
            case "node-slow 1" -> Optional.of(new Fault.NodeSlow(first, USUAL_SLOWNESS));
            case "node-slow 2" -> number(last).map(times -> new Fault.NodeSlow(first, times));
            case "disk-full 1" -> Optional.of(new Fault.DiskFull(first));
            case "network-cut 1" -> Optional.of(new Fault.NetworkCut(first, Faults.CONTROL_PLANE));
            case "network-cut 2" -> Optional.of(new Fault.NetworkCut(first, words.get(1)));
            case "component-stopped 1" -> Optional.of(new Fault.ComponentStopped(first));
            case "component-delayed 1" -> Optional.of(new Fault.ComponentDelayed(first, USUAL_DELAY));
            case "component-delayed 2" -> duration(last).map(by -> new Fault.ComponentDelayed(first, by));
            case "registry-down 0", "registry-down 1" -> Optional.of(new Fault.RegistryDown(first));
            case "image-missing 1" -> Optional.of(new Fault.ImageMissing(first));
            case "container-killed 2" ->
                Optional.of(new Fault.ContainerKilled(namespace(first), pod(first), words.get(1)));
            case "memory-leak 2" -> Optional.of(leak(first, words.get(1), USUAL_LEAK));
            case "memory-leak 3" ->
                Quantities.parse(last)
                        .map(Quantities::value)
                        .filter(bytes -> bytes > 0)
                        .map(bytes -> leak(first, words.get(1), bytes));
            default -> Optional.empty();
        };
    }

    private static Fault leak(String pod, String container, long bytes) {
        return new Fault.MemoryLeak(namespace(pod), pod(pod), container, bytes);
    }

    private static String namespace(String pod) {
        return pod.contains("/") ? pod.substring(0, pod.indexOf('/')) : ResourceId.DEFAULT_NAMESPACE;
    }

    private static String pod(String pod) {
        return pod.substring(pod.indexOf('/') + 1);
    }

    private static Optional<Double> number(String text) {
        return text.matches("\\d{1,6}(\\.\\d{1,3})?")
                ? Optional.of(Double.valueOf(text)).filter(n -> n > 0)
                : Optional.empty();
    }

    /// `5`, `0.5s`, `2m` or `1h`.
    static Optional<Duration> duration(String text) {
        if (!text.matches("\\d{1,6}(\\.\\d{1,3})?[smh]?")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text.replaceFirst("[smh]$", ""));
        long unit = switch (text.charAt(text.length() - 1)) {
            case 'm' -> 60_000;
            case 'h' -> 3_600_000;
            default -> 1_000;
        };
        return Optional.of(
                Duration.ofMillis(number.multiply(BigDecimal.valueOf(unit)).longValue()));
    }
}
