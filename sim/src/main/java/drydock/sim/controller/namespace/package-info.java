/// The end of a namespace: all that is in it goes first.
/// It follows `pkg/controller/namespace` of Kubernetes v1.36.
/// Uses `controller`; the control plane's wiring uses it.
@NullMarked
package drydock.sim.controller.namespace;

import org.jspecify.annotations.NullMarked;
