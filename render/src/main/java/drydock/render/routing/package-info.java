/// How lines run from one figure to another: from border to border, square with round corners, past what is
/// in between. Knows rectangles and points only. Used by figures.
@NullMarked
package drydock.render.routing;

import org.jspecify.annotations.NullMarked;
