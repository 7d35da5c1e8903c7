/// One immutable project: its manifest files, what each of its files is, and its diagram.
/// A change makes a new project that shares all that did not change.
/// Used by edits, storage, validation and the program.
@NullMarked
package drydock.model.project;

import org.jspecify.annotations.NullMarked;
