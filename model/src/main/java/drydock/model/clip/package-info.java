/// Objects as text on the way from one place to another: what copying gives, and what can be pasted.
/// A copy is the text as it stands in its file, comments and all; what is pasted may come from a web page.
/// Used by the window's clipboard.
@NullMarked
package drydock.model.clip;

import org.jspecify.annotations.NullMarked;
