/// What `kubectl rollout` says of Deployments, StatefulSets and DaemonSets: how far they are, which revisions there
/// were, and how to go back to one.
/// Uses the model only; the verbs use it.
@NullMarked
package drydock.sim.kubectl.rollout;

import org.jspecify.annotations.NullMarked;
