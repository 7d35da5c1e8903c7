/// The simulated cluster's API as HTTP has it: what a request says, and what is answered. Has no sockets and no
/// threads:
/// who listens hands each request over and carries the answer, on the thread of the simulation. Uses `store` and
/// `kubectl`'s tables.
@NullMarked
package drydock.sim.http;

import org.jspecify.annotations.NullMarked;
