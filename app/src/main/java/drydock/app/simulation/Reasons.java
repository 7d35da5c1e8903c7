package drydock.app.simulation;

import drydock.app.session.Reason;
import drydock.model.resource.ResourceId;
import drydock.sim.history.Causes;
import drydock.sim.store.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The chain of causes behind what is seen of an object.
final class Reasons {

    private Reasons() {}

    /// From what was done to the cluster to the last change of `object` that tells something; empty if it was never
    /// there.
    static List<Reason> of(Causes causes, ResourceId object) {
        List<Change> own = causes.of(object);
        if (own.isEmpty()) {
            return List.of();
        }
        return whole(causes, lastTelling(own)).stream().map(Reasons::reason).toList();
    }

    /// Where a component acted of itself, as a kubelet does after a while, it acted on what another component had made
    /// of the object before: that is what the chain goes on with.
    private static List<Change> whole(Causes causes, Change last) {
        List<Change> chain = new ArrayList<>(causes.chain(last));
        Optional<Change> prior = prior(causes, chain.getFirst());
        while (prior.isPresent()) {
            chain.addAll(0, causes.chain(prior.get()));
            prior = prior(causes, chain.getFirst());
        }
        return chain;
    }

    private static Optional<Change> prior(Causes causes, Change first) {
        return causes.of(first.object()).stream()
                .filter(change -> change.version() < first.version()
                        && !change.component().equals(first.component()))
                .reduce((_, later) -> later);
    }

    /// The last change of more than a heartbeat or a counter.
    private static Change lastTelling(List<Change> own) {
        for (int i = own.size() - 1; i > 0; i--) {
            if (!ChangedFields.of(own.get(i)).isEmpty()) {
                return own.get(i);
            }
        }
        return own.getFirst();
    }

    private static Reason reason(Change change) {
        Reason.Verb verb = change.before() == null
                ? Reason.Verb.CREATED
                : change.after() == null ? Reason.Verb.DELETED : Reason.Verb.CHANGED;
        return new Reason(
                Duration.ofNanos(change.atNanos()),
                change.component(),
                verb,
                change.object(),
                verb == Reason.Verb.CHANGED ? ChangedFields.of(change) : List.of());
    }
}
