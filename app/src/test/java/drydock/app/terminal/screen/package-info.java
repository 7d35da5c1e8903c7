/// Tests of the terminal's screen.
@NullMarked
package drydock.app.terminal.screen;

import org.jspecify.annotations.NullMarked;
