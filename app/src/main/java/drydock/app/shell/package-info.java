/// The window: what stands where in it, its menus and its status bar.
/// It puts the parts together, which hang on the workspace and not on each other.
/// Used by the launcher only.
@NullMarked
package drydock.app.shell;

import org.jspecify.annotations.NullMarked;
