@NullMarked
package drydock.app.recording;

import org.jspecify.annotations.NullMarked;
