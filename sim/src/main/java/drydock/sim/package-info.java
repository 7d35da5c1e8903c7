/// The simulated cluster as a whole: its options, its parts put together, and its time.
/// What a window or a command line needs of a simulation is here; the packages below are its parts.
/// Uses everything below; nothing below uses it.
@NullMarked
package drydock.sim;

import org.jspecify.annotations.NullMarked;
