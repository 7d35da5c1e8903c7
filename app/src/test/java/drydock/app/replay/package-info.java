@NullMarked
package drydock.app.replay;

import org.jspecify.annotations.NullMarked;
