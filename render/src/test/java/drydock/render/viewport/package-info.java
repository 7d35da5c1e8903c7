@NullMarked
package drydock.render.viewport;

import org.jspecify.annotations.NullMarked;
