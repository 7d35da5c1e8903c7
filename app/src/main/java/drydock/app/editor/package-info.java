/// The text of the project's files, to read and to type in.
/// What is typed becomes edits of the project's document, and what the document becomes shows here: one history for
/// all.
/// Used by the shell.
@NullMarked
package drydock.app.editor;

import org.jspecify.annotations.NullMarked;
