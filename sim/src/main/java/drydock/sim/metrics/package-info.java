/// What containers use, for whoever scales, evicts or shows by it. Uses nothing; the kubelets measure.
@NullMarked
package drydock.sim.metrics;

import org.jspecify.annotations.NullMarked;
