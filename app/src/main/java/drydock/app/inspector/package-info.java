/// The fields of the selected object, as a form.
/// What is entered becomes edits of the project's document; what only a cluster knows is shown and cannot be edited.
/// Used by the shell.
@NullMarked
package drydock.app.inspector;

import org.jspecify.annotations.NullMarked;
