@NullMarked
package drydock.render.hit;

import org.jspecify.annotations.NullMarked;
