package drydock.app.observe;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How often each name occurs; a name that no longer does is not in it.
final class Tally {

    private final Map<String, Integer> numbers = new TreeMap<>();

    void add(String name) {
        numbers.merge(name, 1, Integer::sum);
    }

    void remove(String name) {
        numbers.computeIfPresent(name, (_, number) -> number == 1 ? null : number - 1);
    }

    int of(String name) {
        return numbers.getOrDefault(name, 0);
    }

    /// The names that occur, in alphabetical order; a view that follows what changes.
    Set<String> names() {
        return Collections.unmodifiableSet(numbers.keySet());
    }
}
