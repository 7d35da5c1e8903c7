@NullMarked
package drydock.app.traffic;

import org.jspecify.annotations.NullMarked;
