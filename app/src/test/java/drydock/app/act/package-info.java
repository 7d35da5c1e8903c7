@NullMarked
package drydock.app.act;

import org.jspecify.annotations.NullMarked;
