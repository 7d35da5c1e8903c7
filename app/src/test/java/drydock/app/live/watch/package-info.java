/// Tests of watches, with a wire that fails in every way a server can.
@NullMarked
package drydock.app.live.watch;

import org.jspecify.annotations.NullMarked;
