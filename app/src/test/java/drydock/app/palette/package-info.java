/// Tests of what the palette adds.
@NullMarked
package drydock.app.palette;

import org.jspecify.annotations.NullMarked;
