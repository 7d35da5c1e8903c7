/// The display list: an immutable picture made of figures, and figures made of marks.
/// Colours are named by what they mean; a theme says what they look like.
/// Made by `figure`, read by `paint`, `export` and `hit`.
@NullMarked
package drydock.render.scene;

import org.jspecify.annotations.NullMarked;
