/// Tests of the rules for the metadata of objects.
@NullMarked
package drydock.model.validation.meta;

import org.jspecify.annotations.NullMarked;
