@NullMarked
package drydock.render.text;

import org.jspecify.annotations.NullMarked;
