/// Layouts that are worked out in the background: the run, how far it is, and the sign that shows it and
/// can end it.
/// Knows no canvas; what becomes of a layout is told to who started it.
/// Used by the canvas, and by the actions that lay out.
@NullMarked
package drydock.app.layout;

import org.jspecify.annotations.NullMarked;
