package drydock.sim.controller.job;

import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    /// Sets a condition, in the place of the one of its type; false if that says the same. One that is false
    /// and was not there is not set (`job_controller.go ensureJobConditionStatus`).
    static boolean set(JobStatus status, JobCondition condition) {
        List<JobCondition> all = new ArrayList<>(status.getConditions());
        for (int i = 0; i < all.size(); i++) {
            JobCondition before = all.get(i);
            if (before.getType().equals(condition.getType())) {
                boolean same = before.getStatus().equals(condition.getStatus())
                        && Objects.equals(before.getReason(), condition.getReason())
                        && Objects.equals(before.getMessage(), condition.getMessage());
                if (!same) {
                    all.set(i, condition);
                    status.setConditions(all);
                }
                return !same;
            }
        }
        if (condition.getStatus().equals("False")) {
            return false;
        }
        all.add(condition);
        status.setConditions(all);
        return true;
    }
}
