/// Rules that hold the whole code together: who may use whom, and how it is laid out.
@NullMarked
package drydock.architecture;

import org.jspecify.annotations.NullMarked;
