package drydock.sim.kubectl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A verb that is nothing without a second one: `rollout status`.
record VerbGroup(String name, Map<String, Verb> verbs) implements Verb {

    VerbGroup {
        verbs = Collections.unmodifiableMap(new LinkedHashMap<>(verbs));
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
