/// Requests that a user lets be sent through a simulation, and what is told of those that travel: as actions, a dialog,
/// and a list. Each action types a line into the console, so that a class sees what was done and a run remembers it.
/// Knows the console's words and no simulation. Used by the shell and by `hover`.
@NullMarked
package drydock.app.traffic;

import org.jspecify.annotations.NullMarked;
