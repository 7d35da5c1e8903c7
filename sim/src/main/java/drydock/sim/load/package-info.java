/// How busy workloads and Services were as time went on: CPU, replicas and requests, noted every few seconds.
/// It only reads. Uses `store`, `metrics` and `network`; kept by who may want to look at a run.
@NullMarked
package drydock.sim.load;

import org.jspecify.annotations.NullMarked;
