@NullMarked
package drydock.app.preferences;

import org.jspecify.annotations.NullMarked;
