/// The console: a line to type commands into, and what they print.
/// It types into the session that the window has before it, simulated or live.
/// Used by the shell.
@NullMarked
package drydock.app.console;

import org.jspecify.annotations.NullMarked;
