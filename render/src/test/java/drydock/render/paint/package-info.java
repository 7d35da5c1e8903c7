@NullMarked
package drydock.render.paint;

import org.jspecify.annotations.NullMarked;
