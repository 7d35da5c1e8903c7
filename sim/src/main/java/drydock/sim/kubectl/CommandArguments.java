package drydock.sim.kubectl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words of a command, sorted into flags and the rest; flags may stand anywhere.
record CommandArguments(List<String> words, Map<String, List<String>> flags) {

    /// Short names, and the flags they stand for.
    private static final Map<String, String> SHORT = Map.of(
            "-f", "--filename",
            "-o", "--output",
            "-n", "--namespace",
            "-l", "--selector",
            "-A", "--all-namespaces",
            "-c", "--container");

    private static final Set<String> SWITCHES = Set.of(
            "--all-namespaces", "--all", "--show-labels", "--overwrite", "--no-headers", "--force", "--now", "--wait");

    CommandArguments {
        words = List.copyOf(words);
        flags = Map.copyOf(flags);
    }

    /// Reads the words behind the verb.
    ///
    /// @param known the flags that the verb takes, by their long names
    static CommandArguments read(String verb, List<String> given, Set<String> known) {
        List<String> words = new ArrayList<>();
        Map<String, List<String>> flags = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            if (!word.startsWith("-") || word.equals("-")) {
                words.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            String value = equals < 0 ? "" : word.substring(equals + 1);
            String longName = SHORT.getOrDefault(name, name);
            if (!longName.startsWith("--") && SHORT.containsKey(name.substring(0, Math.min(2, name.length())))) {
                longName = SHORT.get(name.substring(0, 2));
                value = word.substring(2);
                equals = 2;
            }
            if (!known.contains(longName)) {
                throw new CommandFailure(
                        "error: unknown flag: " + name + "\nSee 'kubectl " + verb + " --help' for usage.");
            }
            if (equals < 0 && !SWITCHES.contains(longName)) {
                if (++i == given.size()) {
                    throw new CommandFailure("error: flag needs an argument: " + name + "\nSee 'kubectl " + verb
                            + " --help' for usage.");
                }
                value = given.get(i);
            }
            flags.computeIfAbsent(longName, _ -> new ArrayList<>()).add(value);
        }
        Map<String, List<String>> copies = new HashMap<>();
        flags.forEach((name, values) -> copies.put(name, List.copyOf(values)));
        return new CommandArguments(words, copies);
    }

    /// Whether a switch is on: given, and not as `=false`.
    boolean isOn(String flag) {
        return flag(flag).filter(value -> !value.equals("false")).isPresent();
    }

    /// The last value of a flag.
    Optional<String> flag(String name) {
        return Optional.ofNullable(flags.get(name)).map(List::getLast);
    }

    List<String> values(String name) {
        return flags.getOrDefault(name, List.of());
    }
}
