/// What is different between a manifest and the object that a cluster holds, field by field, and what a
/// person would have written of such an object. What the server fills in (defaults, addresses, what
/// controllers note) is no difference; items of lists are the same by the keys of the schema, amounts by
/// their value. Pure functions of values: used by whoever lays a project beside a cluster, takes objects over
/// from one, or applies to one.
@NullMarked
package drydock.model.drift;

import org.jspecify.annotations.NullMarked;
