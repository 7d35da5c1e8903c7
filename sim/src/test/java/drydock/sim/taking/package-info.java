@NullMarked
package drydock.sim.taking;

import org.jspecify.annotations.NullMarked;
