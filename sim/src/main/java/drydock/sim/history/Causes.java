package drydock.sim.history;

import drydock.model.resource.ResourceId;
import drydock.sim.store.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Why things are as they are: from a change back to what was done to the cluster, each change a reaction to the one
/// before it.
public final class Causes {

    private final List<Change> log;

    /// @param log the changes up to the moment that is looked at, the oldest first
    public Causes(List<Change> log) {
        this.log = log;
    }

    /// The changes of one object, the oldest first.
    public List<Change> of(ResourceId object) {
        return log.stream().filter(change -> change.object().equals(object)).toList();
    }

    /// The change that a component was reacting to when it made this one; empty where it reacted to none, as a user
    /// does, or a timer.
    public Optional<Change> cause(Change change) {
        return change.cause() == 0 ? Optional.empty() : ofVersion(change.cause());
    }

    /// From the first cause to `change` itself. Where a component acted of itself, as a kubelet does after a while, it
    /// acted on what another component had made of the object before: that is what the chain goes on with.
    public List<Change> chain(Change change) {
        List<Change> chain = new ArrayList<>(reactions(change));
        Optional<Change> prior = prior(chain.getFirst());
        while (prior.isPresent()) {
            chain.addAll(0, reactions(prior.get()));
            prior = prior(chain.getFirst());
        }
        return chain;
    }

    private Optional<Change> prior(Change first) {
        return of(first.object()).stream()
                .filter(change -> change.version() < first.version()
                        && !change.component().equals(first.component()))
                .reduce((_, later) -> later);
    }

    private List<Change> reactions(Change change) {
        Deque<Change> chain = new ArrayDeque<>();
        chain.addFirst(change);
        for (Optional<Change> cause = cause(change);
                cause.isPresent() && cause.get().version() < chain.getFirst().version();
                cause = cause(cause.get())) {
            chain.addFirst(cause.get());
        }
        return new ArrayList<>(chain);
    }

    /// Versions grow by one with each change; a search, lest that be relied on.
    private Optional<Change> ofVersion(long version) {
        int low = 0;
        int high = log.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = log.get(middle).version();
            if (found == version) {
                return Optional.of(log.get(middle));
            }
            if (found < version) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
