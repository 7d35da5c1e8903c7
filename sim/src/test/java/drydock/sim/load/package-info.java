@NullMarked
package drydock.sim.load;

import org.jspecify.annotations.NullMarked;
