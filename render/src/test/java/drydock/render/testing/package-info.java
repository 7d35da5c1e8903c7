/// What tests of painting need: a running JavaFX without a display, and figures to paint.
@NullMarked
package drydock.render.testing;

import org.jspecify.annotations.NullMarked;
