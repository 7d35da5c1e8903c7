/// What another cluster holds, made into what a simulation begins with: so that a change or a failure can be tried on
/// it. Objects go in and options come out; nothing is asked of the other cluster.
/// The window and the command line use it.
@NullMarked
package drydock.sim.taking;

import org.jspecify.annotations.NullMarked;
