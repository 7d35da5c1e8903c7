/// The scheduler: a queue of Pods without a node, and for each the nodes that can take it, the best of which it gets.
/// It follows the default profile of Kubernetes' scheduler, with preemption, and keeps for every Pod what it decided.
/// Uses `store`, `engine` and the caches of `controller`; the control plane's wiring uses it.
@NullMarked
package drydock.sim.scheduler;

import org.jspecify.annotations.NullMarked;
