/// The canvas: the scene of the project and its cluster, to look at, to select in and to move in.
/// What the mouse is about at a moment is a gesture, a state of its own.
/// Used by the shell.
@NullMarked
package drydock.app.canvas;

import org.jspecify.annotations.NullMarked;
