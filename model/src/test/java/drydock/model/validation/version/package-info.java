/// Tests of `drydock.model.validation.version`.
@NullMarked
package drydock.model.validation.version;

import org.jspecify.annotations.NullMarked;
