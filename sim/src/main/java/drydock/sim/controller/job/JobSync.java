package drydock.sim.controller.job;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One look at a Job (`job_controller.go syncJob`).
final class JobSync {

    private final ApiServer api;
    private final JobMemory memory;
    private final Job job;
    private final JobTally tally;
    private final JobStatus status;
    private final JobPodControl control;
    private final Instant now;
    private final boolean mayAct;
    private final FailureBackOff.Failures failures;
    private final List<Pod> active;
    private int made;
    private boolean waiting;
    private Duration again = Duration.ZERO;

    /// @param mayAct whether all that was asked for before was seen
    JobSync(ApiServer api, JobMemory memory, Job job, List<Pod> pods, boolean mayAct) {
        this.api = api;
        this.memory = memory;
        this.now = api.now();
        this.mayAct = mayAct;
        this.job = new JobBuilder(job).build();
        this.status = Objects.requireNonNullElseGet(this.job.getStatus(), JobStatus::new);
        this.job.setStatus(status);
        this.tally = new JobTally(this.job, pods, memory.released(job));
        this.control = new JobPodControl(api, memory.expectations(), this.job);
        this.failures = memory.backOff().after(uid(), tally.newlySucceeded(), tally.newlyFailed());
        this.active = new ArrayList<>(tally.active());
    }

    /// How long until the Job is to be looked at again, zero if nothing is known to come.
    Duration waitAfterwards() {
        return again;
    }

    /// @throws ClusterException if the Job has changed meanwhile, or something was refused
    void run() {
        boolean suspended = JobOutcome.isSuspended(job);
        if (status.getStartTime() == null && !suspended) {
            status.setStartTime(Times.seconds(now));
        }
        Optional<JobCondition> outcome = new JobOutcome(job, tally, now).decided();
        if (outcome.isPresent()) {
            active.removeAll(control.delete(List.copyOf(active)));
            outcome = mayAct && active.isEmpty() ? outcome : Optional.empty();
        } else {
            JobOutcome.deadline(job, now)
                    .filter(left -> !left.isZero() && !suspended)
                    .ifPresent(this::again);
            outcome = work();
        }
        int deleted = tally.active().size() - active.size();
        status.setActive(JobCounting.unlessZero(waiting ? 0 : active.size() + made));
        status.setReady((int) active.stream().filter(Pods::isReady).count());
        status.setTerminating(tally.terminating() + deleted);
        new JobCounting(api, job, tally, control)
                .count(
                        new JobBuilder(job).build().getStatus(),
                        outcome,
                        () -> memory.backOff().remember(uid(), failures),
                        memory.released(job));
        control.problem().ifPresent(problem -> {
            throw problem;
        });
    }

    private Optional<JobCondition> work() {
        boolean acts = mayAct && !Owners.isDeleting(job);
        if (acts) {
            act(new JobWork(job, tally, now).plan(failures.remaining(now)));
        }
        Integer completions = job.getSpec().getCompletions();
        boolean idle = waiting || active.size() + made == 0;
        if (idle && (completions == null ? tally.succeeded() > 0 : tally.succeeded() >= completions)) {
            String message = "Reached expected number of succeeded pods";
            return Optional.of(JobConditions.make(JobConditions.SUCCESS_MET, true, "CompletionsReached", message, now));
        }
        if (acts) {
            suspension();
        }
        return Optional.empty();
    }

    private void act(JobWork.Plan plan) {
        if (!plan.delete().isEmpty()) {
            active.removeAll(control.dismiss(plan.delete()));
        }
        if (!plan.create().isEmpty()) {
            made = control.create(plan.create());
        }
        // while it waits after a failure the controller tells of no active Pod, though some may run
        waiting = !plan.again().isZero();
        again(plan.again());
    }

    private void suspension() {
        boolean suspended = JobOutcome.isSuspended(job);
        String reason = suspended ? "JobSuspended" : "JobResumed";
        String message = suspended ? "Job suspended" : "Job resumed";
        if (JobConditions.set(status, JobConditions.make(JobConditions.SUSPENDED, suspended, reason, message, now))) {
            api.record(job, "Normal", suspended ? "Suspended" : "Resumed", message, "");
            status.setStartTime(suspended ? null : Times.seconds(now));
        }
    }

    private void again(Duration after) {
        if (!after.isZero() && (again.isZero() || after.compareTo(again) < 0)) {
            again = after;
        }
    }

    private String uid() {
        return job.getMetadata().getUid();
    }

    static void releaseAll(ApiServer api, Collection<Pod> pods) {
        pods.stream()
                .filter(JobPods::isTracked)
                .forEach(pod -> api.get(ResourceId.of(pod)).ifPresent(is -> JobPodControl.release(api, is)));
    }
}
