@NullMarked
package drydock.model.drift;

import org.jspecify.annotations.NullMarked;
