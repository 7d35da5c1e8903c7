package drydock.render.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Numbered places of one group. Who has a place keeps it while it is there; who comes takes the first free
/// one: so nobody moves because a neighbour leaves.
final class Slots<K> {

    private final List<Optional<K>> places = new ArrayList<>();
    private final Map<K, Integer> numbers = new HashMap<>();

    /// Lets go who is not in `members`, then gives the others a place, in their order.
    void settle(Set<K> members) {
        for (int i = 0; i < places.size(); i++) {
            Optional<K> there = places.get(i);
            if (there.isPresent() && !members.contains(there.get())) {
                numbers.remove(there.get());
                places.set(i, Optional.empty());
            }
        }
        int next = 0;
        for (K member : members) {
            if (numbers.containsKey(member)) {
                continue;
            }
            while (next < places.size() && places.get(next).isPresent()) {
                next++;
            }
            if (next == places.size()) {
                places.add(Optional.empty());
            }
            places.set(next, Optional.of(member));
            numbers.put(member, next);
        }
        while (!places.isEmpty() && places.getLast().isEmpty()) {
            places.removeLast();
        }
    }

    /// The place of `member`, from 0.
    ///
    /// @throws IllegalArgumentException if it has none
    int number(K member) {
        Integer number = numbers.get(member);
        if (number == null) {
            throw new IllegalArgumentException("no place: " + member);
        }
        return number;
    }

    /// One more than the last place that is taken.
    int size() {
        return places.size();
    }
}
