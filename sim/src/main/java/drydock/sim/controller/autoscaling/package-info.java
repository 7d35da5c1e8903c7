/// The autoscaler of Pods: it reads what they use, says how many there should be, and tells so to what keeps them
/// (`pkg/controller/podautoscaler`).
/// Uses what controllers share, and `metrics`; the simulation's wiring uses it.
@NullMarked
package drydock.sim.controller.autoscaling;

import org.jspecify.annotations.NullMarked;
