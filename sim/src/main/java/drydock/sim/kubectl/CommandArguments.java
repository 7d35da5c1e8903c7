package drydock.sim.kubectl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a command was given.
///
/// @param words what is no flag, in order, those behind `--` too
/// @param flags the values of the flags, by their long names
/// @param beforeDashes how many of the words stand before `--`; all if there is none
record CommandArguments(List<String> words, Map<String, List<String>> flags, int beforeDashes) {

    /// What Go takes for a truth and for none (`strconv.ParseBool`).
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");

    private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

    CommandArguments {
        words = List.copyOf(words);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        flags.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        flags = Map.copyOf(copy);
    }

    static boolean isTruth(String text) {
        return TRUE.contains(text) || FALSE.contains(text);
    }

    /// Whether a switch is on: given, and not as `=false`.
    boolean isOn(String flag) {
        return isOn(flag, false);
    }

    boolean isOn(String flag, boolean otherwise) {
        return flag(flag).map(TRUE::contains).orElse(otherwise);
    }

    /// The last value of a flag.
    Optional<String> flag(String name) {
        return Optional.ofNullable(flags.get(name)).map(List::getLast);
    }

    List<String> values(String name) {
        return flags.getOrDefault(name, List.of());
    }

    /// The same flags with other words.
    CommandArguments withWords(List<String> others) {
        return new CommandArguments(others, flags, others.size());
    }
}
