/// What the tests of the window share: a real JavaFX without a display, and a watch for exceptions.
@NullMarked
package drydock.app.testing;

import org.jspecify.annotations.NullMarked;
