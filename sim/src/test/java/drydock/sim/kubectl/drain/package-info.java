@NullMarked
package drydock.sim.kubectl.drain;

import org.jspecify.annotations.NullMarked;
