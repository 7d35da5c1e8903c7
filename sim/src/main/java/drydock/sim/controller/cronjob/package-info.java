/// CronJobs: Jobs made by the clock, with the schedules of cron in any time zone.
/// It follows `pkg/controller/cronjob` of Kubernetes v1.36 and the schedules of `robfig/cron`.
/// Uses `controller` and what it has to know of Jobs; the control plane's wiring uses it.
@NullMarked
package drydock.sim.controller.cronjob;

import org.jspecify.annotations.NullMarked;
