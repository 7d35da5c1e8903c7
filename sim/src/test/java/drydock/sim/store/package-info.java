/// Tests of the simulated API server's storage.
@NullMarked
package drydock.sim.store;

import org.jspecify.annotations.NullMarked;
