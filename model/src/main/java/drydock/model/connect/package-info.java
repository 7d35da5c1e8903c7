/// What a line from one object to another means in manifests, and the edits that write and undo it.
/// Each family of meanings is a class of its own; `Connections` asks them all.
/// Knows no figure and no mouse.
@NullMarked
package drydock.model.connect;

import org.jspecify.annotations.NullMarked;
