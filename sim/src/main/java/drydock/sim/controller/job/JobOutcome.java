package drydock.sim.controller.job;

import drydock.sim.controller.Pods;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.SuccessPolicyRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Whether a Job is decided: what condition it is to get before its Pods are stopped (`job_controller.go syncJob`).
final class JobOutcome {

    private final Job job;
    private final JobTally tally;
    private final Instant now;

    JobOutcome(Job job, JobTally tally, Instant now) {
        this.job = job;
        this.tally = tally;
        this.now = now;
    }

    Optional<JobCondition> decided() {
        return JobConditions.of(job, JobConditions.SUCCESS_MET)
                .or(() -> JobConditions.of(job, JobConditions.FAILURE_TARGET))
                .or(this::failedByPolicy)
                .or(this::tooManyFailures)
                .or(this::tooLate)
                .or(this::failedIndexes)
                .or(this::successPolicy);
    }

    private JobCondition failure(String reason, String message) {
        return JobConditions.make(JobConditions.FAILURE_TARGET, true, reason, message, now);
    }

    private Optional<JobCondition> failedByPolicy() {
        return tally.pods().stream()
                .filter(pod -> JobPods.hasFailed(job, pod))
                .map(pod -> FailurePolicy.of(job, pod))
                .filter(policy -> policy.action().equals("FailJob"))
                .findFirst()
                .map(policy -> failure("PodFailurePolicy", policy.message()));
    }

    private Optional<JobCondition> tooManyFailures() {
        int limit = Objects.requireNonNullElse(job.getSpec().getBackoffLimit(), Integer.MAX_VALUE);
        return tally.failed() > limit || restartedTooOften(limit)
                ? Optional.of(failure("BackoffLimitExceeded", "Job has reached the specified backoff limit"))
                : Optional.empty();
    }

    /// With OnFailure the restarts of the containers count (`pastBackoffLimitOnFailure`).
    private boolean restartedTooOften(int limit) {
        if (!"OnFailure".equals(job.getSpec().getTemplate().getSpec().getRestartPolicy())) {
            return false;
        }
        int restarts = tally.pods().stream()
                .filter(pod -> List.of("Running", "Pending").contains(Pods.phase(pod)))
                .mapToInt(JobPods::restarts)
                .sum();
        return limit == 0 ? restarts > 0 : restarts >= limit;
    }

    private Optional<JobCondition> tooLate() {
        Optional<Duration> left = deadline(job, now);
        return left.filter(Duration::isZero).isPresent() && !isSuspended(job)
                ? Optional.of(failure("DeadlineExceeded", "Job was active longer than specified deadline"))
                : Optional.empty();
    }

    /// How long until the Job's active deadline, zero if it is past; empty if it has none or was not started.
    static Optional<Duration> deadline(Job job, Instant now) {
        Long seconds = job.getSpec().getActiveDeadlineSeconds();
        if (seconds == null || job.getStatus() == null || job.getStatus().getStartTime() == null) {
            return Optional.empty();
        }
        Instant until = Instant.parse(job.getStatus().getStartTime()).plusSeconds(seconds);
        return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
    }

    static boolean isSuspended(Job job) {
        return Boolean.TRUE.equals(job.getSpec().getSuspend());
    }

    private Optional<JobCondition> failedIndexes() {
        if (job.getSpec().getBackoffLimitPerIndex() == null) {
            return Optional.empty();
        }
        Integer most = job.getSpec().getMaxFailedIndexes();
        int failed = tally.failedIndexes().size();
        if (most != null && failed > most) {
            return Optional.of(failure(
                    "MaxFailedIndexesExceeded", "Job has exceeded the specified maximal number of failed indexes"));
        }
        return failed > 0
                        && failed + tally.succeededIndexes().size()
                                >= job.getSpec().getCompletions()
                ? Optional.of(failure("FailedIndexes", "Job has failed indexes"))
                : Optional.empty();
    }

    private Optional<JobCondition> successPolicy() {
        if (job.getSpec().getSuccessPolicy() == null || !JobPods.isIndexed(job)) {
            return Optional.empty();
        }
        List<SuccessPolicyRule> rules = job.getSpec().getSuccessPolicy().getRules();
        for (int i = 0; i < rules.size(); i++) {
            if (isMet(rules.get(i))) {
                String message = "Matched rules at index " + i;
                return Optional.of(JobConditions.make(JobConditions.SUCCESS_MET, true, "SuccessPolicy", message, now));
            }
        }
        return Optional.empty();
    }

    private boolean isMet(SuccessPolicyRule rule) {
        Indexes succeeded = tally.succeededIndexes();
        int completions = job.getSpec().getCompletions();
        boolean named = rule.getSucceededIndexes() != null;
        Indexes wanted = Indexes.parse(rule.getSucceededIndexes(), completions);
        long met = named ? wanted.values().stream().filter(succeeded::has).count() : succeeded.size();
        return rule.getSucceededCount() == null ? named && met == wanted.size() : met >= rule.getSucceededCount();
    }
}
