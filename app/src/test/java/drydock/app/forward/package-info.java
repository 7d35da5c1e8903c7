/// Tests of forwarded ports.
@NullMarked
package drydock.app.forward;

import org.jspecify.annotations.NullMarked;
