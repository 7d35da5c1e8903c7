/// The kubelet of each node: it takes the Pods bound to its node, runs their containers and writes their status.
/// It sees the cluster through the API server only, works in virtual time, and can be stopped as a real one can.
/// Uses `engine`, `store` and `container`; the façade starts it.
@NullMarked
package drydock.sim.kubelet;

import org.jspecify.annotations.NullMarked;
