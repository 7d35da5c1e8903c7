package drydock.sim.admission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// What of a list is not the very same object as in the list before it. Of a long list that changes at one place only
/// that place is looked at closely.
final class NewParts {

    private NewParts() {}

    /// What `now` holds and `before` does not, in its order; what has changed its place may be among it.
    @SuppressWarnings("ReferenceEquality") // parts that were handed on are the same objects; that is what is asked
    static <T> List<T> of(List<T> before, List<T> now) {
        int most = Math.min(before.size(), now.size());
        int same = 0;
        while (same < most && before.get(same) == now.get(same)) {
            same++;
        }
        int behind = 0;
        while (behind < most - same && before.get(before.size() - 1 - behind) == now.get(now.size() - 1 - behind)) {
            behind++;
        }
        return without(now.subList(same, now.size() - behind), before.subList(same, before.size() - behind));
    }

    private static <T> List<T> without(List<T> all, List<T> known) {
        if (known.isEmpty() || all.isEmpty()) {
            return all;
        }
        Set<T> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(known);
        List<T> rest = new ArrayList<>();
        for (T one : all) {
            if (!set.contains(one)) {
                rest.add(one);
            }
        }
        return rest;
    }
}
