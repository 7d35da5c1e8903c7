/// Places for things that have none.
/// Nothing here draws a pixel.
/// For no other package.
@NullMarked
package drydock.render.layout;

import org.jspecify.annotations.NullMarked;
