@NullMarked
package drydock.sim.controller.autoscaling;

import org.jspecify.annotations.NullMarked;
