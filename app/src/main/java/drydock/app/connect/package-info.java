/// Drawing lines from figure to figure, taking them away, and showing what selectors match.
/// What a line means says `model.connect`; here it is asked, offered and told.
/// Hangs on the canvas and the workspace.
@NullMarked
package drydock.app.connect;

import org.jspecify.annotations.NullMarked;
