/// What happens to the objects of this package in a whole simulated cluster.
@NullMarked
package drydock.sim.controller.cronjob;

import org.jspecify.annotations.NullMarked;
