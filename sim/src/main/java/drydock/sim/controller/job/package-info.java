/// Jobs: Pods that end, made again until enough have ended well, each counted exactly once.
/// It follows `pkg/controller/job` of Kubernetes v1.36.
/// Uses `controller` and `controller.workload`; the control plane's wiring uses it.
@NullMarked
package drydock.sim.controller.job;

import org.jspecify.annotations.NullMarked;
