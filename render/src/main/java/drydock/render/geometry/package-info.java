/// Points, sizes, rectangles and paths of the plane, y down, in scene units (one unit is a pixel at 100 %).
/// Values only.
/// Everything in render may use it.
@NullMarked
package drydock.render.geometry;

import org.jspecify.annotations.NullMarked;
