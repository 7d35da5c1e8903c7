@NullMarked
package drydock.app.simulation;

import org.jspecify.annotations.NullMarked;
