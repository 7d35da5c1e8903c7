/// Faults: what may go wrong in a cluster, as values; what is wrong at a moment; and plans by which things go
/// wrong at random. A fault changes machines, programs and lines only: what the cluster does about it is what
/// its parts do. Uses `part` and `kubelet`; the façade and scripts use it.
@NullMarked
package drydock.sim.fault;

import org.jspecify.annotations.NullMarked;
