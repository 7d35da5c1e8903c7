/// Tests of terminals as a user has them.
@NullMarked
package drydock.app.terminal;

import org.jspecify.annotations.NullMarked;
