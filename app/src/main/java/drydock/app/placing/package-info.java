/// Where objects are written: the user's choice for new ones, and moving those that are there to another file.
/// The edits are those of the model.
/// Used by the shell.
@NullMarked
package drydock.app.placing;

import org.jspecify.annotations.NullMarked;
