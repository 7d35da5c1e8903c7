@NullMarked
package drydock.app.decision;

import org.jspecify.annotations.NullMarked;
