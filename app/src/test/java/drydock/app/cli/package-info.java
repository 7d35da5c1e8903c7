/// Tests of the command line.
@NullMarked
package drydock.app.cli;

import org.jspecify.annotations.NullMarked;
