/// Tests of the languages of kubectl's output.
@NullMarked
package drydock.sim.kubectl.template;

import org.jspecify.annotations.NullMarked;
