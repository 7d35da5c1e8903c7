/// The bar by which a user says what of a cluster is looked at: which way, which namespaces and kinds, which labels,
/// only what is not well. It sets the workspace's `Lens`, which the canvas looks through.
@NullMarked
package drydock.app.lens;

import org.jspecify.annotations.NullMarked;
