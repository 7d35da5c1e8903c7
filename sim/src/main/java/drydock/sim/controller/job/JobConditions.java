package drydock.sim.controller.job;

import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The conditions of a Job.
public final class JobConditions {

    /// The Job has done its work.
    static final String COMPLETE = "Complete";

    /// The Job has failed.
    static final String FAILED = "Failed";

    /// The Job will fail as soon as its Pods have ended.
    static final String FAILURE_TARGET = "FailureTarget";

    /// The Job will be complete as soon as its Pods have ended.
    static final String SUCCESS_MET = "SuccessCriteriaMet";

    static final String SUSPENDED = "Suspended";

    private JobConditions() {}

    /// Whether the Job is over, well or not.
    public static boolean isFinished(Job job) {
        return finish(job).isPresent();
    }

    /// The condition by which the Job is over.
    public static Optional<JobCondition> finish(Job job) {
        return of(job, COMPLETE).or(() -> of(job, FAILED));
    }

    /// The condition of this type, if it is true.
    static Optional<JobCondition> of(Job job, String type) {
        return job.getStatus() == null
                ? Optional.empty()
                : job.getStatus().getConditions().stream()
                        .filter(c -> type.equals(c.getType()) && "True".equals(c.getStatus()))
                        .findFirst();
    }

    static JobCondition make(String type, boolean is, String reason, String message, Instant now) {
        JobCondition condition = new JobCondition();
        condition.setType(type);
        condition.setStatus(is ? "True" : "False");
        condition.setReason(reason);
        condition.setMessage(message);
        condition.setLastProbeTime(Times.seconds(now));
        condition.setLastTransitionTime(Times.seconds(now));
        return condition;
    }

    /// Sets a condition; false if its status was that before. One that is false and was not there is not set.
    static boolean set(JobStatus status, JobCondition condition) {
        Optional<JobCondition> before = status.getConditions().stream()
                .filter(c -> c.getType().equals(condition.getType()))
                .findFirst();
        boolean same = before.map(JobCondition::getStatus).orElse("False").equals(condition.getStatus());
        if (same) {
            return false;
        }
        List<JobCondition> all = new ArrayList<>(status.getConditions());
        before.ifPresent(all::remove);
        all.add(condition);
        status.setConditions(all);
        return true;
    }
}
