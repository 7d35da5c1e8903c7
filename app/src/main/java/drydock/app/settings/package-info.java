/// What the program remembers of its user from one start to the next: preferences, window, panels, agreed plugins.
/// Kept in one small file of the user's; losing it loses no work.
/// Everything in app may use it.
@NullMarked
package drydock.app.settings;

import org.jspecify.annotations.NullMarked;
