package drydock.app.session;

import drydock.model.resource.ResourceId;
import java.util.List;

/// One link in the chain from what was done to a cluster to what is seen of it.
///
/// @param at when, as it is shown: since the start of a simulation, or by the clock
/// @param component who did it, as `replicaset-controller`; `user` for a user
/// @param verb what was done to the object
/// @param object what it was done to
/// @param changes the fields that changed, as `status.phase: Pending → Running`; the most telling first
public record Reason(String at, String component, Verb verb, ResourceId object, List<String> changes) {

    /// What can be done to an object.
    public enum Verb {
        CREATED,
        CHANGED,
        DELETED,
        /// Nothing was done to it; something was said of it, in an event or a condition.
        SAID
    }

    public Reason {
        changes = List.copyOf(changes);
    }
}
