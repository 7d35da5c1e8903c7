/// What the program remembers of its user from one start to the next: theme, language, window, agreed plugins.
/// Kept in one small file of the user's; losing it loses no work.
/// Everything in app may use it.
@NullMarked
package drydock.app.settings;

import org.jspecify.annotations.NullMarked;
