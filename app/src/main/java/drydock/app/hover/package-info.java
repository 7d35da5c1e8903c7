/// What the canvas tells of the figure that the pointer rests on: texts that were cut, and what a line means.
/// It reads what the canvas shows and what objects say.
/// Used by the shell.
@NullMarked
package drydock.app.hover;

import org.jspecify.annotations.NullMarked;
