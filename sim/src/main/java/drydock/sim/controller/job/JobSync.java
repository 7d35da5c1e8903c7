package drydock.sim.controller.job;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Shape;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.UncountedTerminatedPods;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One look at a Job (`job_controller.go syncJob`, `trackJobStatusAndRemoveFinalizers`).
final class JobSync {

    private final ApiServer api;
    private final JobMemory memory;
    private final Job job;
    private final JobTally tally;
    private final JobStatus status;
    private final Instant now;
    private final boolean mayAct;
    private Duration wait = Duration.ZERO;

    /// @param mayAct whether all that was asked for before was seen
    JobSync(ApiServer api, JobMemory memory, Job job, List<Pod> pods, boolean mayAct) {
        this.api = api;
        this.memory = memory;
        this.now = api.now();
        this.mayAct = mayAct;
        this.job = new JobBuilder(job).build();
        this.status = Objects.requireNonNullElseGet(this.job.getStatus(), JobStatus::new);
        this.job.setStatus(status);
        this.tally = new JobTally(this.job, pods, memory.counted(job));
    }

    /// How long until the Job is to be looked at again, zero if nothing is known to come.
    Duration waitAfterwards() {
        return wait;
    }

    /// @throws ClusterException if the Job has changed meanwhile
    void run() {
        memory.clearCreated();
        boolean suspended = JobOutcome.isSuspended(job);
        if (status.getStartTime() == null && !suspended) {
            status.setStartTime(Times.seconds(now));
        }
        memory.backOff().ended(uid(), tally.newlySucceeded(), tally.counting());
        Optional<JobCondition> outcome = new JobOutcome(job, tally, now).decided();
        List<Pod> active = new ArrayList<>(tally.active());
        int terminating = tally.terminating();
        if (outcome.isPresent()) {
            List<Pod> left = List.copyOf(active);
            left.forEach(pod -> delete(pod, active));
            terminating += left.size();
            outcome = mayAct && active.isEmpty() ? outcome : Optional.empty();
        } else {
            outcome = work(active);
        }
        status.setActive(unlessZero(active.size() + memory.created()));
        status.setReady((int) active.stream().filter(Pods::isReady).count());
        status.setTerminating(terminating);
        count(outcome);
        JobOutcome.deadline(job, now)
                .filter(left -> !left.isZero() && !suspended)
                .ifPresent(this::again);
    }

    private Optional<JobCondition> work(List<Pod> active) {
        if (mayAct && !Owners.isDeleting(job)) {
            JobWork.Plan plan =
                    new JobWork(job, tally, now).plan(memory.backOff().remaining(uid(), now));
            plan.delete().forEach(pod -> delete(pod, active));
            create(plan.create());
            again(plan.again());
        }
        Integer completions = job.getSpec().getCompletions();
        boolean idle = active.isEmpty() && memory.created() == 0;
        if (idle && (completions == null ? tally.succeeded() > 0 : tally.succeeded() >= completions)) {
            String message = "Reached expected number of succeeded pods";
            return Optional.of(JobConditions.make(JobConditions.SUCCESS_MET, true, "CompletionsReached", message, now));
        }
        if (mayAct) {
            suspension();
        }
        return Optional.empty();
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

    /// Counts what has ended: first it is written that it will be, then the finalizers go, then it is counted.
    private void count(Optional<JobCondition> outcome) {
        outcome.ifPresent(condition -> JobConditions.set(status, condition));
        List<Pod> ended = Stream.concat(tally.newlySucceeded().stream(), tally.newlyFailed().stream())
                .toList();
        Indexes succeeded = tally.succeededIndexes();
        Indexes failed = tally.failedIndexes();
        int failures = tally.failed();
        int successes = tally.succeeded();
        UncountedTerminatedPods uncounted = new UncountedTerminatedPods();
        uncounted.setSucceeded(uids(tally.newlySucceeded()));
        uncounted.setFailed(uids(tally.counting()));
        status.setUncountedTerminatedPods(uncounted);
        if (JobPods.isIndexed(job)) {
            status.setCompletedIndexes(succeeded.size() == 0 ? null : succeeded.toString());
            if (job.getSpec().getBackoffLimitPerIndex() != null) {
                status.setFailedIndexes(failed.toString());
            }
        }
        Job stored = write(job, status);
        if (ended.isEmpty() && outcome.isEmpty()) {
            return;
        }
        ended.forEach(this::release);
        JobStatus counted = new JobBuilder(stored).build().getStatus();
        counted.setUncountedTerminatedPods(new UncountedTerminatedPods());
        counted.setSucceeded(unlessZero(successes));
        counted.setFailed(unlessZero(failures));
        Optional<JobCondition> end = outcome.filter(_ -> tally.terminating() == 0 && !hasOpen(ended));
        end.ifPresent(condition -> finish(counted, condition));
        write(stored, counted);
        end.ifPresent(this::tell);
    }

    /// Whether a Pod is left that is still to be counted.
    private boolean hasOpen(List<Pod> ended) {
        return tally.pods().stream()
                .anyMatch(pod -> JobPods.isTracked(pod)
                        && !ended.contains(pod)
                        && !memory.counted(job).contains(pod.getMetadata().getUid()));
    }

    private void finish(JobStatus counted, JobCondition interim) {
        boolean complete = interim.getType().equals(JobConditions.SUCCESS_MET);
        JobConditions.set(
                counted,
                JobConditions.make(
                        complete ? JobConditions.COMPLETE : JobConditions.FAILED,
                        true,
                        interim.getReason(),
                        interim.getMessage(),
                        now));
        if (complete) {
            counted.setCompletionTime(Times.seconds(now));
        }
    }

    private void tell(JobCondition interim) {
        if (interim.getType().equals(JobConditions.SUCCESS_MET)) {
            api.record(job, "Normal", "Completed", "Job completed", "");
        } else {
            api.record(job, "Warning", interim.getReason(), interim.getMessage(), "");
        }
    }

    private void create(List<Pod> pods) {
        if (pods.isEmpty()) {
            return;
        }
        memory.expectCreations(job, pods.size(), now);
        int made = 0;
        try {
            for (Pod pod : pods) {
                String name = api.create(pod).getMetadata().getName();
                made++;
                api.record(job, "Normal", "SuccessfulCreate", "Created pod: " + name, "");
            }
        } catch (ClusterException refused) {
            api.record(job, "Warning", "FailedCreate", "Error creating: " + refused.getMessage(), "");
            memory.refused(job, pods.size() - made);
            again(Duration.ofSeconds(10));
        }
        memory.created(made);
    }

    private void delete(Pod pod, List<Pod> active) {
        try {
            api.delete(ResourceId.of(pod), Deletion.DEFAULT);
            active.remove(pod);
            api.record(
                    job,
                    "Normal",
                    "SuccessfulDelete",
                    "Deleted pod: " + pod.getMetadata().getName(),
                    "");
        } catch (ClusterException refused) {
            if (refused.code() == 404) {
                active.remove(pod);
            } else {
                api.record(job, "Warning", "FailedDelete", "Error deleting: " + refused.getMessage(), "");
            }
        }
    }

    /// Takes the finalizer away; the Pod is counted from now on, whatever the cache says.
    private void release(Pod pod) {
        memory.counted(job).add(pod.getMetadata().getUid());
        api.get(ResourceId.of(pod))
                .filter(is -> is.getMetadata().getUid().equals(pod.getMetadata().getUid()))
                .ifPresent(is -> release(api, is));
    }

    static void release(ApiServer api, HasMetadata pod) {
        change(
                api,
                pod,
                metadata -> metadata.setFinalizers(metadata.getFinalizers().stream()
                        .filter(f -> !f.equals(JobPods.FINALIZER))
                        .toList()));
    }

    private static void change(ApiServer api, HasMetadata object, Consumer<ObjectMeta> change) {
        ObjectMeta metadata = Shape.copy(object.getMetadata());
        change.accept(metadata);
        api.replace(Shape.withMetadata(object, metadata));
    }

    private Job write(Job basis, JobStatus with) {
        return (Job) api.replaceStatus(new JobBuilder(basis).withStatus(with).build());
    }

    private void again(Duration after) {
        if (!after.isZero() && (wait.isZero() || after.compareTo(wait) < 0)) {
            wait = after;
        }
    }

    private String uid() {
        return job.getMetadata().getUid();
    }

    private static List<String> uids(List<Pod> pods) {
        return pods.stream().map(pod -> pod.getMetadata().getUid()).toList();
    }

    private static @Nullable Integer unlessZero(int count) {
        return count == 0 ? null : count;
    }
}
