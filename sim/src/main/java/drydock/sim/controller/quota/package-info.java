/// ResourceQuotas: what of them is used.
/// It follows `pkg/controller/resourcequota` and `pkg/quota/v1/evaluator` of Kubernetes v1.36.
/// Uses `controller`; the control plane's wiring uses it.
@NullMarked
package drydock.sim.controller.quota;

import org.jspecify.annotations.NullMarked;
