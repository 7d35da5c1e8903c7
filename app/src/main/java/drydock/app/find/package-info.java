/// Finding objects on the canvas: a field over it, what it finds lit and listed.
/// The search itself is the model's; it runs off the JavaFX thread.
/// Used by the shell.
@NullMarked
package drydock.app.find;

import org.jspecify.annotations.NullMarked;
