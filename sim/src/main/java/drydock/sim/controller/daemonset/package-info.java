/// DaemonSets: a Pod on each node that suits, brought there by the scheduler.
/// It follows `pkg/controller/daemon` of Kubernetes v1.36.
/// Uses `controller` and `controller.workload`; the control plane's wiring uses it.
@NullMarked
package drydock.sim.controller.daemonset;

import org.jspecify.annotations.NullMarked;
