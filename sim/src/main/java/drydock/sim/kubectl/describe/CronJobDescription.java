package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A CronJob (`describe.go describeCronJob`).
final class CronJobDescription {

    private static final String UNSET = "<unset>";

    private CronJobDescription() {}

    static void of(Lines lines, Cluster cluster, CronJob job) {
        CronJobSpec spec = job.getSpec();
        CronJobStatus status = Objects.requireNonNullElseGet(job.getStatus(), CronJobStatus::new);
        JobSpec work = spec.getJobTemplate().getSpec();
        Metadata.name(lines, job);
        Metadata.labelsAndAnnotations(lines, job.getMetadata());
        lines.field(0, "Schedule", spec.getSchedule());
        lines.fieldIfAny(0, "Time Zone", spec.getTimeZone());
        lines.field(0, "Concurrency Policy", spec.getConcurrencyPolicy());
        lines.field(0, "Suspend", Boolean.TRUE.equals(spec.getSuspend()) ? "True" : "False");
        lines.field(0, "Successful Job History Limit", orUnset(spec.getSuccessfulJobsHistoryLimit()));
        lines.field(0, "Failed Job History Limit", orUnset(spec.getFailedJobsHistoryLimit()));
        lines.field(
                0,
                "Starting Deadline Seconds",
                spec.getStartingDeadlineSeconds() == null ? UNSET : spec.getStartingDeadlineSeconds() + "s");
        lines.field(
                0,
                "Selector",
                work.getSelector() == null ? UNSET : ConditionLines.selector(LabelSelector.of(work.getSelector())));
        lines.field(0, "Parallelism", orUnset(work.getParallelism()));
        lines.field(0, "Completions", orUnset(work.getCompletions()));
        if (work.getActiveDeadlineSeconds() != null) {
            lines.field(0, "Active Deadline Seconds", work.getActiveDeadlineSeconds() + "s");
        }
        PlacementLines.template(lines, work.getTemplate());
        lines.field(
                0,
                "Last Schedule Time",
                status.getLastScheduleTime() == null ? UNSET : Metadata.date(status.getLastScheduleTime()));
        lines.field(
                0,
                "Active Jobs",
                status.getActive().isEmpty()
                        ? Lines.NONE
                        : status.getActive().stream()
                                .map(ObjectReference::getName)
                                .collect(Collectors.joining(", ")));
        EventLines.of(lines, cluster, job);
    }

    private static String orUnset(@Nullable Integer value) {
        return value == null ? UNSET : value.toString();
    }
}
