@NullMarked
package drydock.app.serve;

import org.jspecify.annotations.NullMarked;
