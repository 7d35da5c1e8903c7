package drydock.sim.scheduler;

import drydock.model.resource.LabelSelector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The label sets of all Pods that have a node or are promised one, each once, and which of them the selectors choose
/// that were asked for:
/// so a node need not hold each of its sets against a selector, but is asked for the few that it chooses.
final class LabelSets {

    /// As many selectors as this are remembered.
    private static final int MOST = 4_096;

    private final Map<LabelSet, Counted> all = new HashMap<>();
    private final Map<Choice, List<LabelSet>> chosen = new HashMap<>();

    private record Choice(String namespace, LabelSelector selector) {

        boolean holds(LabelSet set) {
            return !set.leaving() && set.namespace().equals(namespace) && selector.matches(set.labels());
        }
    }

    private static final class Counted {
        private final LabelSet set;
        private int pods;

        Counted(LabelSet set) {
            this.set = set;
        }
    }

    /// A Pod has these labels; returns the one object that stands for all that are equal.
    LabelSet add(LabelSet set) {
        Counted counted = all.computeIfAbsent(set, Counted::new);
        if (counted.pods++ == 0 && !set.leaving()) {
            chosen.forEach((choice, sets) -> {
                if (choice.holds(set)) {
                    sets.add(set);
                }
            });
        }
        return counted.set;
    }

    /// A Pod with these labels is gone.
    void remove(LabelSet set) {
        Counted counted = all.get(set);
        if (counted != null && --counted.pods == 0) {
            all.remove(set);
            if (!set.leaving()) {
                chosen.values().forEach(sets -> sets.remove(set));
            }
        }
    }

    /// The sets in `namespace` that `selector` chooses, those of Pods that are being deleted aside.
    List<LabelSet> chosen(String namespace, LabelSelector selector) {
        if (chosen.size() > MOST) {
            chosen.clear();
        }
        return chosen.computeIfAbsent(new Choice(namespace, selector), choice -> {
            List<LabelSet> sets = new ArrayList<>();
            all.keySet().stream().filter(choice::holds).forEach(sets::add);
            return sets;
        });
    }
}
