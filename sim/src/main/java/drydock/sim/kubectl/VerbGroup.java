package drydock.sim.kubectl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A verb that is nothing without a second one: `rollout status`.
///
/// @param aliases other words for the second verbs
record VerbGroup(String name, Map<String, Verb> verbs, Map<String, String> aliases) implements Verb {

    VerbGroup {
        verbs = Collections.unmodifiableMap(new LinkedHashMap<>(verbs));
        aliases = Map.copyOf(aliases);
    }

    VerbGroup(String name, Map<String, Verb> verbs) {
        this(name, verbs, Map.of());
    }

    /// The second verb that is meant by `word`, which may be none of these.
    String named(String word) {
        return aliases.getOrDefault(word, word);
    }

    @Override
    public List<Flag> flags() {
        return List.of();
    }

    @Override
    public List<String> usage() {
        return verbs.values().stream().flatMap(verb -> verb.usage().stream()).toList();
    }

    /// Only reached with a word that is none of its verbs.
    @Override
    public void run(Invocation command) {
        throw new CommandFailure("error: unknown command \""
                + String.join(" ", command.arguments().words()) + "\"\nSee 'kubectl " + name
                + " -h' for help and examples");
    }
}
