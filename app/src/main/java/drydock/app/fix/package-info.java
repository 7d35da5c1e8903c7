/// Mending what was found: one fix, all of a kind as one step, and rules switched off and on again, wherever a finding
/// is shown.
/// Every change is an ordinary edit of the document; what was found in another text than the one there is now is
/// refused.
/// Used by the problems, the editor, the inspector and the shell.
@NullMarked
package drydock.app.fix;

import org.jspecify.annotations.NullMarked;
