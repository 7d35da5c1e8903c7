/// Why things in a simulated cluster are as they are: the chain of causes, read from the changes that the store
/// remembers.
/// Uses the store; the simulation's session and tests use it.
@NullMarked
package drydock.sim.history;

import org.jspecify.annotations.NullMarked;
