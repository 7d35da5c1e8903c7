/// A terminal without a window: what programs write to a terminal (a subset of ECMA-48 and of what xterm adds), and the
/// screen that it makes. No JavaFX, no threads.
/// Used by `terminal`, which shows the screen and types into it.
@NullMarked
package drydock.app.terminal.screen;

import org.jspecify.annotations.NullMarked;
