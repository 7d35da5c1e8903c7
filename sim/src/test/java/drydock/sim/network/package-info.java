@NullMarked
package drydock.sim.network;

import org.jspecify.annotations.NullMarked;
