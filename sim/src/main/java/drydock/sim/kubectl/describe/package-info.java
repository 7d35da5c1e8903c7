/// What `kubectl describe` says of an object, kind by kind, in kubectl's own layout.
/// Reads the cluster for what belongs to the object: its Pods, ReplicaSets, lease and events.
/// Used by the command only.
@NullMarked
package drydock.sim.kubectl.describe;

import org.jspecify.annotations.NullMarked;
