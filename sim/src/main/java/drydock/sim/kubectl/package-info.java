/// The commands of `kubectl`, on any cluster, simulated or live: what they do and what they print.
/// A command never blocks; one that has to wait is done later, through its callback.
/// Uses the model only, and the interface by which scripts call it.
@NullMarked
package drydock.sim.kubectl;

import org.jspecify.annotations.NullMarked;
