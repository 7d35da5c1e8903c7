/// Tests of the help with typing.
/// They type into texts that are right, half-written and broken.
/// Nothing else uses them.
@NullMarked
package drydock.model.assist;

import org.jspecify.annotations.NullMarked;
