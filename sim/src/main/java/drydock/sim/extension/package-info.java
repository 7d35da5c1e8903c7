/// Custom resources: when a CustomResourceDefinition's kind is served, and what its schema does to objects.
/// Uses the store; the admission asks it.
@NullMarked
package drydock.sim.extension;

import org.jspecify.annotations.NullMarked;
