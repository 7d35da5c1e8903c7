/// Tests of how kubectl writes small things.
@NullMarked
package drydock.sim.kubectl.text;

import org.jspecify.annotations.NullMarked;
