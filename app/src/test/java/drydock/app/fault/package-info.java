@NullMarked
package drydock.app.fault;

import org.jspecify.annotations.NullMarked;
