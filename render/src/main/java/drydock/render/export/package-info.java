/// Writes scenes as files: SVG and PNG.
/// What is written looks as it is painted.
/// Used by the command line and the window.
@NullMarked
package drydock.render.export;

import org.jspecify.annotations.NullMarked;
