/// The small picture of the whole in a corner of the canvas, with the part of it that is in view.
/// It reads what the canvas shows and moves the view.
/// Used by the shell.
@NullMarked
package drydock.app.minimap;

import org.jspecify.annotations.NullMarked;
