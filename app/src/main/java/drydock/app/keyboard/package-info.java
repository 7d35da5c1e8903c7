/// Everything that the mouse does, by keys: walking figures and panels, moving, editing, leaving; and what a screen
/// reader says of the canvas.
/// It uses the canvas as anybody may, and knows no panel but as a node.
/// Used by the shell.
@NullMarked
package drydock.app.keyboard;

import org.jspecify.annotations.NullMarked;
