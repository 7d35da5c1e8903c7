/// How work of this module is shared out. The module starts no threads; who has some gives them in.
/// Used by whatever has many pieces of work that have nothing to do with each other.
@NullMarked
package drydock.model.work;

import org.jspecify.annotations.NullMarked;
