/// A cluster that the window has before it, be it simulated or live, with all that is known of it.
/// The canvas, the console and the context menus work on a session and do not know which of the two it is.
/// Uses `observe`, `task` and `action`; `live` and `simulation` make sessions.
@NullMarked
package drydock.app.session;

import org.jspecify.annotations.NullMarked;
