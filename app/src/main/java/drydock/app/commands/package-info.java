/// The command palette: everything that can be done, and every object, by typing some letters of its name.
/// It knows actions and objects and not what they do.
/// Used by the shell.
@NullMarked
package drydock.app.commands;

import org.jspecify.annotations.NullMarked;
