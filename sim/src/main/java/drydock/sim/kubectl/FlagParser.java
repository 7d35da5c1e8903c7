package drydock.sim.kubectl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads flags in any place, short or long, with `=` or a blank before their values (`spf13/pflag flag.go`).
final class FlagParser {

    private final String verb;
    private final List<Flag> known;
    private final List<String> given;
    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> flags = new LinkedHashMap<>();
    private int next;

    private FlagParser(String verb, List<Flag> known, List<String> given) {
        this.verb = verb;
        this.known = List.copyOf(known);
        this.given = List.copyOf(given);
    }

    /// Sorts the words that stand behind a verb.
    ///
    /// @throws CommandFailure if a flag is not known, or its value is missing or wrong
    static CommandArguments parse(String verb, List<Flag> known, List<String> given) {
        return new FlagParser(verb, known, given).parse();
    }

    private CommandArguments parse() {
        while (next < given.size()) {
            String word = given.get(next++);
            if (word.equals("--")) {
                int before = words.size();
                words.addAll(given.subList(next, given.size()));
                return new CommandArguments(words, flags, before);
            }
            if (word.startsWith("--")) {
                readLong(word);
            } else if (word.startsWith("-") && word.length() > 1) {
                readShort(word.substring(1));
            } else {
                words.add(word);
            }
        }
        return new CommandArguments(words, flags, words.size());
    }

    private void readLong(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        if (name.length() == 2 || name.startsWith("---")) {
            throw wrong("bad flag syntax: " + word);
        }
        Flag flag = find(f -> f.name().equals(name)).orElseThrow(() -> wrong("unknown flag: " + name));
        if (equals >= 0) {
            put(flag, word.substring(equals + 1));
        } else {
            put(flag, flag.unsaid() != null ? flag.unsaid() : following(name));
        }
    }

    /// Letters that belong together: switches, and at the end one that may have its value right behind it.
    private void readShort(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            Flag flag = find(f -> f.shorthand() == letter)
                    .orElseThrow(() -> wrong("unknown shorthand flag: '" + letter + "' in -" + letters));
            String rest = letters.substring(i + 1);
            if (rest.startsWith("=")) {
                put(flag, rest.substring(1));
                return;
            }
            if (flag.unsaid() == null) {
                put(flag, rest.isEmpty() ? following("'" + letter + "' in -" + letters) : rest);
                return;
            }
            put(flag, flag.unsaid());
        }
    }

    private String following(String flag) {
        if (next == given.size()) {
            throw wrong("flag needs an argument: " + flag);
        }
        return given.get(next++);
    }

    private void put(Flag flag, String value) {
        Optional<String> problem = switch (flag.kind()) {
            case TEXT -> Optional.empty();
            case SWITCH ->
                CommandArguments.isTruth(value)
                        ? Optional.empty()
                        : Optional.of("strconv.ParseBool: parsing \"" + value + "\": invalid syntax");
            case WHOLE ->
                value.matches("[-+]?\\d{1,9}")
                        ? Optional.empty()
                        : Optional.of("strconv.ParseInt: parsing \"" + value + "\": "
                                + (value.matches("[-+]?\\d+") ? "value out of range" : "invalid syntax"));
        };
        if (problem.isPresent()) {
            throw wrong("invalid argument \"" + value + "\" for \"" + flag.shown() + "\" flag: " + problem.get());
        }
        flags.computeIfAbsent(flag.name(), _ -> new ArrayList<>()).add(value);
    }

    private Optional<Flag> find(Predicate<Flag> wanted) {
        return known.stream().filter(wanted).findFirst();
    }

    private CommandFailure wrong(String message) {
        return new CommandFailure("error: " + message + "\nSee 'kubectl " + verb + " --help' for usage.");
    }
}
