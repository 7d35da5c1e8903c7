package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.resource.LabelSelector;
import drydock.sim.kubectl.text.Ages;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A Job (`describe.go describeJob`).
final class JobDescription {

    private JobDescription() {}

    static void of(Lines lines, Cluster cluster, Job job) {
        JobSpec spec = job.getSpec();
        JobStatus status = Objects.requireNonNullElseGet(job.getStatus(), JobStatus::new);
        Metadata.name(lines, job);
        lines.field(0, "Selector", ConditionLines.selector(LabelSelector.of(spec.getSelector())));
        Metadata.labelsAndAnnotations(lines, job.getMetadata());
        Metadata.controlledBy(lines, job);
        lines.field(0, "Parallelism", orUnset(spec.getParallelism()));
        lines.field(0, "Completions", orUnset(spec.getCompletions()));
        lines.fieldIfAny(0, "Completion Mode", spec.getCompletionMode());
        if (spec.getSuspend() != null) {
            lines.field(0, "Suspend", spec.getSuspend());
        }
        if (spec.getBackoffLimit() != null) {
            lines.field(0, "Backoff Limit", spec.getBackoffLimit());
        }
        if (spec.getTtlSecondsAfterFinished() != null) {
            lines.field(0, "TTL Seconds After Finished", spec.getTtlSecondsAfterFinished());
        }
        times(lines, status);
        if (spec.getActiveDeadlineSeconds() != null) {
            lines.field(0, "Active Deadline Seconds", spec.getActiveDeadlineSeconds() + "s");
        }
        String ready = status.getReady() == null ? "" : " (" + status.getReady() + " Ready)";
        lines.field(
                0,
                "Pods Statuses",
                number(status.getActive()) + " Active" + ready + " / " + number(status.getSucceeded()) + " Succeeded / "
                        + number(status.getFailed()) + " Failed");
        lines.fieldIfAny(0, "Completed Indexes", status.getCompletedIndexes());
        PlacementLines.template(lines, spec.getTemplate());
        EventLines.of(lines, cluster, job);
    }

    private static void times(Lines lines, JobStatus status) {
        if (status.getStartTime() == null) {
            return;
        }
        lines.field(0, "Start Time", Metadata.date(status.getStartTime()));
        if (status.getCompletionTime() != null) {
            lines.field(0, "Completed At", Metadata.date(status.getCompletionTime()));
            lines.field(0, "Duration", Ages.since(status.getStartTime(), Instant.parse(status.getCompletionTime())));
        }
    }

    private static String orUnset(@Nullable Integer value) {
        return value == null ? "<unset>" : value.toString();
    }

    private static int number(@Nullable Integer value) {
        return Objects.requireNonNullElse(value, 0);
    }
}
