@NullMarked
package drydock.sim.controller.deployment;

import org.jspecify.annotations.NullMarked;
