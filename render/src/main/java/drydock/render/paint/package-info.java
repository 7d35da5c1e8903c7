/// Paints scenes on JavaFX's canvas, crisp at every zoom: marks where they can be read, cells from far away.
/// Draws what it is given and keeps nothing but caches.
/// Used by export and by the canvas of the window.
@NullMarked
package drydock.render.paint;

import org.jspecify.annotations.NullMarked;
