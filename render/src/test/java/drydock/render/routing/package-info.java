/// Ways of lines.
/// Nothing here draws a pixel.
/// For no other package.
@NullMarked
package drydock.render.routing;

import org.jspecify.annotations.NullMarked;
