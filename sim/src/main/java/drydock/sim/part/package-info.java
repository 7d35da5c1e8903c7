/// The parts of a cluster as programs that can be stopped, started, delayed and cut off: each with its line to the API
/// server, and what nodes last gave a sign of life.
/// A part that is started anew knows nothing of what it knew before; what it missed while it was cut off it is told
/// afterwards. Uses `engine` and `store`; the control plane, the kubelets and the faults use it.
@NullMarked
package drydock.sim.part;

import org.jspecify.annotations.NullMarked;
