/// Pods that nobody deletes: those of nodes that are gone, those that were deleted before they had a node, and too many
/// that are over.
/// It follows `pkg/controller/podgc` of Kubernetes v1.36.
/// Uses `controller`; the control plane's wiring uses it.
@NullMarked
package drydock.sim.controller.podgc;

import org.jspecify.annotations.NullMarked;
