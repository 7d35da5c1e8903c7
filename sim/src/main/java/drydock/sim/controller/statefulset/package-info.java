/// StatefulSets: Pods with a name, a place in a row and claims of their own, made, replaced and given up in order.
/// It follows `pkg/controller/statefulset` of Kubernetes v1.36.
/// Uses `controller` and `controller.workload`; the control plane's wiring uses it.
@NullMarked
package drydock.sim.controller.statefulset;

import org.jspecify.annotations.NullMarked;
