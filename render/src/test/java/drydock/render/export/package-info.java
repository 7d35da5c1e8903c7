@NullMarked
package drydock.render.export;

import org.jspecify.annotations.NullMarked;
