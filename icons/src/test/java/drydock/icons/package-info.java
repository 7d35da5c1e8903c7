@NullMarked
package drydock.icons;

import org.jspecify.annotations.NullMarked;
