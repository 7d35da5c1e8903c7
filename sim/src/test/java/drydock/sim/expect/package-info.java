/// Tests of what a script says must be seen.
@NullMarked
package drydock.sim.expect;

import org.jspecify.annotations.NullMarked;
