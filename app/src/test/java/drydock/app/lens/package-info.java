@NullMarked
package drydock.app.lens;

import org.jspecify.annotations.NullMarked;
