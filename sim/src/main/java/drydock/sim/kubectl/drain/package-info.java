/// How a node is emptied: which of its Pods stand in the way, and how the others are let go.
/// Uses the model only; `kubectl drain` and the window do.
@NullMarked
package drydock.sim.kubectl.drain;

import org.jspecify.annotations.NullMarked;
