@NullMarked
package drydock.render.theme;

import org.jspecify.annotations.NullMarked;
