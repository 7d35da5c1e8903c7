/// Tests of `drydock.model.validation.custom`.
@NullMarked
package drydock.model.validation.custom;

import org.jspecify.annotations.NullMarked;
