/// What happens to the objects of this package in a whole simulated cluster.
@NullMarked
package drydock.sim.controller.volume;

import org.jspecify.annotations.NullMarked;
