/// Edits as data, and the history that undoes and redoes them.
/// An edit says what to change; applying it makes a new project.
/// What a cluster reports is never in here.
@NullMarked
package drydock.model.edit;

import org.jspecify.annotations.NullMarked;
