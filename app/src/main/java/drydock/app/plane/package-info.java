/// The control plane as a strip of its components: which are at work, stopped, cut off or delayed, what each did last,
/// and which did the last of all, so that a change can be followed step by step.
/// Asks any session that is a `ControlPlane`; knows no simulation.
@NullMarked
package drydock.app.plane;

import org.jspecify.annotations.NullMarked;
