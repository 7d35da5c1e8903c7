/// When CronJobs are due: the five fields of a schedule, and its words.
/// Used by the rules, which tell what is wrong with a schedule, and by the simulation, which runs what is due.
@NullMarked
package drydock.model.cron;

import org.jspecify.annotations.NullMarked;
