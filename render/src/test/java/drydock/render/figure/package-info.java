/// Figures, states and scenes, made from real objects.
/// Nothing here draws a pixel.
/// For no other package.
@NullMarked
package drydock.render.figure;

import org.jspecify.annotations.NullMarked;
