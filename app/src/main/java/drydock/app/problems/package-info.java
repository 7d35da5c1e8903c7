/// What is wrong with the project: the check that follows every edit, and the list that shows what it found.
/// The check runs in the background; of several edits in a row only the last is checked.
/// Used by the shell.
@NullMarked
package drydock.app.problems;

import org.jspecify.annotations.NullMarked;
