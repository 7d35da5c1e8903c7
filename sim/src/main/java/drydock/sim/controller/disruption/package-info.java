/// PodDisruptionBudgets: how many Pods may be missing, counted all the time for whoever wants to evict one.
/// It follows `pkg/controller/disruption` of Kubernetes v1.36.
/// Uses `controller`; the control plane's wiring uses it.
@NullMarked
package drydock.sim.controller.disruption;

import org.jspecify.annotations.NullMarked;
