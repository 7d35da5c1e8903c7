/// What the control plane does about nodes: it notices those that give no sign of life, taints them, deletes the Pods
/// that
/// do not tolerate that, and Pods whose node is gone.
/// Uses the caches of `controller` and the signs of life of `part`; the control plane's wiring uses it.
@NullMarked
package drydock.sim.controller.node;

import org.jspecify.annotations.NullMarked;
