/// Which part of a scene is looked at, and how large.
/// Values only.
/// Used by painting, by the canvas and its tools.
@NullMarked
package drydock.render.viewport;

import org.jspecify.annotations.NullMarked;
