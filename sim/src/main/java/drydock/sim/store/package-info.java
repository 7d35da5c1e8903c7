/// The simulated API server's storage: objects with versions, conflicts, watches and history.
/// Every component of the simulated cluster reads, watches and writes through it, and meets no other component.
/// Uses `engine`; every component may use it.
@NullMarked
package drydock.sim.store;

import org.jspecify.annotations.NullMarked;
