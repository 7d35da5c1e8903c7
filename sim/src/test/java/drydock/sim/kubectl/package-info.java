/// Tests of kubectl's commands.
@NullMarked
package drydock.sim.kubectl;

import org.jspecify.annotations.NullMarked;
