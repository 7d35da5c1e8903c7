/// Volumes and claims: which volume a claim gets, volumes made by a simulated provisioner, what becomes of a volume
/// whose claim is gone, and nothing that is in use deleted.
/// It follows `pkg/controller/volume` of Kubernetes v1.36.
/// Uses `controller`; the control plane's wiring uses it.
@NullMarked
package drydock.sim.controller.volume;

import org.jspecify.annotations.NullMarked;
