/// What can be made to go wrong in a simulation, as actions: each types a line into the console, so that a class sees
/// what was done.
/// Knows the console's words and no simulation. Used by the shell.
@NullMarked
package drydock.app.fault;

import org.jspecify.annotations.NullMarked;
