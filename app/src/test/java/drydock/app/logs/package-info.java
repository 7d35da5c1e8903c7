/// Tests of logs: of the lines by themselves, of what follows them, and of the view.
@NullMarked
package drydock.app.logs;

import org.jspecify.annotations.NullMarked;
