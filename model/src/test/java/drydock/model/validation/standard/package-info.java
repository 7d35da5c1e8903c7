/// Tests of `drydock.model.validation.standard`.
@NullMarked
package drydock.model.validation.standard;

import org.jspecify.annotations.NullMarked;
