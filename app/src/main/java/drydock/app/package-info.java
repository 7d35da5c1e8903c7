/// The program itself: where it starts.
/// Everything else is in a package of its own.
/// Nothing may use it.
@NullMarked
package drydock.app;

import org.jspecify.annotations.NullMarked;
