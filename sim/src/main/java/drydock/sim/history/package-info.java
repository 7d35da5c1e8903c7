/// What a simulated cluster held at any moment so far, and why: read from the changes that the store remembers.
/// Going back is a look-up here, never a second run.
/// Uses the store; the simulation's session and tests use it.
@NullMarked
package drydock.sim.history;

import org.jspecify.annotations.NullMarked;
