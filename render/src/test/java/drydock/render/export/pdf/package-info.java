@NullMarked
package drydock.render.export.pdf;

import org.jspecify.annotations.NullMarked;
