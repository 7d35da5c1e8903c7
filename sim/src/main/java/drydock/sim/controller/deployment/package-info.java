/// The Deployment controller: it makes a ReplicaSet for each template of a Deployment and moves the Pods from the old
/// ones to the new one, all at once or a few at a time (`pkg/controller/deployment`).
/// Uses what all controllers share; the control plane's wiring uses it.
@NullMarked
package drydock.sim.controller.deployment;

import org.jspecify.annotations.NullMarked;
