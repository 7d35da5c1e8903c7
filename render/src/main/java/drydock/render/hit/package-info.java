/// What of a scene is at a point, in a rectangle, in view: quick for hundreds of thousands of figures.
/// Values and searches only, without JavaFX.
/// Used by painting and by the tools of the canvas.
@NullMarked
package drydock.render.hit;

import org.jspecify.annotations.NullMarked;
