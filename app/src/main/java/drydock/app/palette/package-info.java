/// What can be drawn: a list of kinds, from which new objects come onto the canvas.
/// A new object is valid as it is, has a free name, and stands in a file of its own.
/// Used by the shell.
@NullMarked
package drydock.app.palette;

import org.jspecify.annotations.NullMarked;
