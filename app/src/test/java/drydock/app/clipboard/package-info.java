@NullMarked
package drydock.app.clipboard;

import org.jspecify.annotations.NullMarked;
