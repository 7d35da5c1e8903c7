/// Objects that live for a while and no longer: Jobs that are over.
/// It follows `pkg/controller/ttlafterfinished` of Kubernetes v1.36.
/// Uses `controller` and what it has to know of Jobs; the control plane's wiring uses it.
@NullMarked
package drydock.sim.controller.ttl;

import org.jspecify.annotations.NullMarked;
