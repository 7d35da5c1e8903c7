package drydock.app.simulation;

import drydock.app.session.Reason;
import drydock.app.timeline.Clock;
import drydock.model.resource.ResourceId;
import drydock.sim.history.Causes;
import drydock.sim.store.Change;
import java.time.Duration;
import java.util.List;

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
        return causes.chain(lastTelling(own)).stream().map(Reasons::reason).toList();
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
        Reason.Verb verb = verb(change);
        return new Reason(
                Clock.text(Duration.ofNanos(change.atNanos())),
                change.component(),
                verb,
                change.object(),
                verb == Reason.Verb.CHANGED ? ChangedFields.of(change) : List.of());
    }

    static Reason.Verb verb(Change change) {
        return change.before() == null
                ? Reason.Verb.CREATED
                : change.after() == null ? Reason.Verb.DELETED : Reason.Verb.CHANGED;
    }
}
