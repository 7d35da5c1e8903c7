/// Where things stand that nobody has placed: layers for what belongs together, rows for what stands alone,
/// the nearest free place for what is added, grids for what grew from something. Pure functions from sizes
/// and links to positions on a grid of 8 units; the same input gives the same picture. Used by figures, and
/// by the canvas to place what is dropped on it.
@NullMarked
package drydock.render.layout;

import org.jspecify.annotations.NullMarked;
