/// The packaged program, started as a user starts it.
@NullMarked
package drydock.packaged;

import org.jspecify.annotations.NullMarked;
