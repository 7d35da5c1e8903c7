/// Tests of the console.
@NullMarked
package drydock.app.console;

import org.jspecify.annotations.NullMarked;
