package drydock.sim.container;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads a behaviour from annotations.
final class BehaviourReader {

    private static final String PREFIX = "drydock.io/";

    /// What annotations may say, each with an example of its value.
    private static final Map<String, String> KEYS = new TreeMap<>(Map.of(
            "starts-after", "20s",
            "exits-after", "1m",
            "exit-code", "3",
            "cpu", "50m",
            "cpu-per-100-requests", "300m",
            "memory", "64Mi",
            "memory-leak", "10Mi",
            "answers-for", "2m",
            "latency", "50ms",
            "fails", "10%"));

    private static final String CALLS = "calls";

    /// What the prefix is used for elsewhere.
    private static final Set<String> OTHERS = Set.of("clients");

    private final Map<String, String> said = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private BehaviourReader() {}

    static Behaviour.Reading read(Map<String, String> annotations, String container) {
        if (annotations.keySet().stream().noneMatch(key -> key.startsWith(PREFIX))) {
            return new Behaviour.Reading(Behaviour.USUAL, List.of());
        }
        BehaviourReader reader = new BehaviourReader();
        new TreeMap<>(annotations).forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                reader.take(key.substring(PREFIX.length()), value.strip(), container);
            }
        });
        return new Behaviour.Reading(reader.behaviour(), reader.problems);
    }

    /// What is said of the one container stands behind what is said of all, and wins.
    private void take(String key, String value, String container) {
        int dot = key.indexOf('.');
        String plain = dot < 0 ? key : key.substring(0, dot);
        if (!KEYS.containsKey(plain) && !plain.equals(CALLS) && !OTHERS.contains(plain)) {
            problems.add(PREFIX + key + ": unknown; there are " + String.join(", ", KEYS.keySet()) + " and " + CALLS);
        } else if (dot < 0 || key.substring(dot + 1).equals(container)) {
            said.put(plain, value);
        }
    }

    private Behaviour behaviour() {
        Behaviour usual = Behaviour.USUAL;
        Optional<Duration> exit = duration("exits-after");
        int code = whole("exit-code", 255).orElse(0);
        return new Behaviour(
                duration("starts-after").orElse(usual.startsAfter()),
                exit.map(after -> new Behaviour.Exit(after, code)),
                quantity("cpu", 1000).orElse(usual.milliCpu()),
                quantity("cpu-per-100-requests", 1000).orElse(usual.milliCpuPer100()),
                quantity("memory", 1).orElse(usual.memoryBytes()),
                quantity("memory-leak", 1).orElse(usual.leakBytesAMinute()),
                duration("answers-for"),
                duration("latency").orElse(usual.latency()),
                percent("fails"),
                said.containsKey(CALLS)
                        ? Arrays.stream(said.get(CALLS).split("[,\\s]+", -1))
                                .filter(url -> !url.isEmpty())
                                .toList()
                        : List.of());
    }

    private Optional<Duration> duration(String key) {
        return Optional.ofNullable(said.get(key)).flatMap(text -> {
            Optional<Duration> read = parsed(text);
            if (read.isEmpty()) {
                wrong(key, text);
            }
            return read;
        });
    }

    /// `20s`, `1m30s`, `50ms`, `1.5h`; a bare number is seconds.
    private static Optional<Duration> parsed(String text) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        if (!text.matches("(\\d{1,6}(\\.\\d{1,6})?(ms|s|m|h))+")) {
            return Optional.empty();
        }
        BigDecimal millis = BigDecimal.ZERO;
        var matcher = java.util.regex.Pattern.compile("([\\d.]+)(ms|s|m|h)").matcher(text);
        while (matcher.find()) {
            long unit = switch (matcher.group(2)) {
                case "ms" -> 1;
                case "s" -> 1_000;
                case "m" -> 60_000;
                default -> 3_600_000;
            };
            millis = millis.add(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)));
        }
        return Optional.of(Duration.ofNanos(millis.movePointRight(6).longValue()));
    }

    private Optional<Integer> whole(String key, int most) {
        String text = said.get(key);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > most) {
            wrong(key, text);
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(text));
    }

    private int percent(String key) {
        String text = said.get(key);
        if (text == null) {
            return 0;
        }
        if (!text.matches("\\d{1,3}%") || Integer.parseInt(text.replace("%", "")) > 100) {
            wrong(key, text);
            return 0;
        }
        return Integer.parseInt(text.replace("%", ""));
    }

    private Optional<Long> quantity(String key, long unit) {
        String text = said.get(key);
        if (text == null) {
            return Optional.empty();
        }
        Optional<Quantity> amount = Quantities.parse(text);
        if (amount.isEmpty()) {
            wrong(key, text);
            return Optional.empty();
        }
        return Optional.of(unit == 1 ? Quantities.value(amount.get()) : Quantities.milli(amount.get()));
    }

    private void wrong(String key, String text) {
        problems.add(PREFIX + key + ": cannot read \"" + text + "\", expected something like " + KEYS.get(key));
    }
}
