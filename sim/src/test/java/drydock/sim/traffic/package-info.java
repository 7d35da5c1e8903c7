@NullMarked
package drydock.sim.traffic;

import org.jspecify.annotations.NullMarked;
