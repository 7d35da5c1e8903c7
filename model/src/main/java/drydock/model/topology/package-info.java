/// The graph that is derived from objects: owns, selects, mounts, configures, runs on, routes.
/// It is made from scratch or from what changed, and holds no object that its input did not hold.
/// Used by validation and by pictures.
@NullMarked
package drydock.model.topology;

import org.jspecify.annotations.NullMarked;
