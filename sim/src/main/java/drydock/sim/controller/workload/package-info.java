/// What the controllers of workloads have in common: which Pods are whose, Pods made of a template, and the history of
/// a template as ControllerRevisions.
/// Uses `controller`; each controller's package uses it.
@NullMarked
package drydock.sim.controller.workload;

import org.jspecify.annotations.NullMarked;
