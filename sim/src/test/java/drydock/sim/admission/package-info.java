/// Tests of admission.
@NullMarked
package drydock.sim.admission;

import org.jspecify.annotations.NullMarked;
