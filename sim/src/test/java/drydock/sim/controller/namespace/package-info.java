/// What happens to the objects of this package in a whole simulated cluster.
@NullMarked
package drydock.sim.controller.namespace;

import org.jspecify.annotations.NullMarked;
