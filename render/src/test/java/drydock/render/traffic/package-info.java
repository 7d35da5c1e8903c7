@NullMarked
package drydock.render.traffic;

import org.jspecify.annotations.NullMarked;
