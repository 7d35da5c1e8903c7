/// What a user can do with figures as figures: line them up, group, lock, collapse, hide, lay out, write notes.
/// All of it changes the diagram only, never a manifest, and can be undone.
/// Used by the shell.
@NullMarked
package drydock.app.arrange;

import org.jspecify.annotations.NullMarked;
