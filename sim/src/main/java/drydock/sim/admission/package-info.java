/// What the API server does with an object before it stores it: defaults, allocation of addresses and ports, refusals.
/// It follows the rules and the words of Kubernetes v1.36's API server.
/// Uses `store` and `engine`; the control plane's wiring uses it.
@NullMarked
package drydock.sim.admission;

import org.jspecify.annotations.NullMarked;
