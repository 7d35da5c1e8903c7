package drydock.sim.controller.job;

import drydock.model.cluster.ClusterException;
import drydock.sim.controller.Owners;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.UncountedTerminatedPods;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts the Pods of a Job that have ended: first it is written that they will be, then their finalizers go,
/// then they are counted (`job_controller.go trackJobStatusAndRemoveFinalizers`).
final class JobCounting {

    /// As many Pods as this are counted in one look.
    private static final int MOST = 500;

    private static final int INVALID = 422;

    private final ApiServer api;
    private final Job job;
    private final JobTally tally;
    private final JobPodControl pods;
    private final Instant now;

    JobCounting(ApiServer api, Job job, JobTally tally, JobPodControl pods) {
        this.api = api;
        this.job = job;
        this.tally = tally;
        this.pods = pods;
        this.now = api.now();
    }

    /// @param status what is known of the Job but for the counts
    /// @param outcome what the Job is decided to come to
    /// @param written is run when it is written which Pods will be counted
    /// @param released is told the uids of Pods that have lost their finalizers
    /// @throws ClusterException if the Job has changed meanwhile
    void count(JobStatus status, Optional<JobCondition> outcome, Runnable written, Set<String> released) {
        Set<String> held = new HashSet<>();
        tally.pods().stream()
                .filter(tally::isOpen)
                .forEach(pod -> held.add(pod.getMetadata().getUid()));
        settle(status, held);
        List<Pod> ended = new ArrayList<>();
        boolean all = collect(status, outcome, ended);
        putIndexes(status);
        outcome.filter(condition -> JobConditions.of(job, condition.getType()).isEmpty())
                .ifPresent(condition -> JobConditions.set(status, condition));
        Job stored = write(job, status);
        written.run();
        for (Pod pod : ended) {
            String uid = pod.getMetadata().getUid();
            released.add(uid);
            pods.release(pod);
            held.remove(uid);
        }
        JobStatus counted = new JobBuilder(stored).build().getStatus();
        settle(counted, held);
        Optional<JobCondition> end = outcome.filter(_ -> all && isOver(counted));
        end.ifPresent(condition -> finish(counted, condition));
        write(stored, counted);
        end.ifPresent(condition -> tell(condition, counted));
    }

    /// Counts those that have lost their finalizers.
    private static void settle(JobStatus status, Set<String> held) {
        UncountedTerminatedPods before = uncounted(status);
        UncountedTerminatedPods left = new UncountedTerminatedPods();
        left.setSucceeded(before.getSucceeded().stream().filter(held::contains).toList());
        left.setFailed(before.getFailed().stream().filter(held::contains).toList());
        status.setSucceeded(unlessZero(JobTally.number(status.getSucceeded())
                + before.getSucceeded().size()
                - left.getSucceeded().size()));
        status.setFailed(unlessZero(JobTally.number(status.getFailed())
                + before.getFailed().size()
                - left.getFailed().size()));
        status.setUncountedTerminatedPods(left);
    }

    private static UncountedTerminatedPods uncounted(JobStatus status) {
        return status.getUncountedTerminatedPods() == null
                ? new UncountedTerminatedPods()
                : status.getUncountedTerminatedPods();
    }

    /// Notes which Pods are to be counted, and gathers those that may lose their finalizers.
    ///
    /// @return whether there are no more
    private boolean collect(JobStatus status, Optional<JobCondition> outcome, List<Pod> ended) {
        boolean failing = outcome.filter(c -> !c.getType().equals(JobConditions.SUCCESS_MET))
                .isPresent();
        boolean over = outcome.isPresent() || Owners.isDeleting(job);
        Map<Integer, Pod> kept = tally.keptForTheNext();
        List<String> succeeded = new ArrayList<>(uncounted(status).getSucceeded());
        List<String> failed = new ArrayList<>(uncounted(status).getFailed());
        for (Pod pod : inOrder()) {
            String uid = pod.getMetadata().getUid();
            boolean failure = JobPods.hasFailed(job, pod);
            boolean leaves =
                    over || JobPods.hasSucceeded(pod) || (failure && !pod.equals(kept.get(JobPods.index(pod))));
            if (!tally.isOpen(pod) || !leaves) {
                continue;
            }
            ended.add(pod);
            if (JobPods.hasSucceeded(pod) && !failed.contains(uid)) {
                if (!JobPods.isIndexed(job) && !succeeded.contains(uid)) {
                    succeeded.add(uid);
                }
            } else if ((failure || failing) && !failed.contains(uid) && tally.hasValidIndex(pod) && tally.counts(pod)) {
                failed.add(uid);
            }
            if (ended.size() >= MOST) {
                break;
            }
        }
        UncountedTerminatedPods uncounted = new UncountedTerminatedPods();
        uncounted.setSucceeded(succeeded);
        uncounted.setFailed(failed);
        status.setUncountedTerminatedPods(uncounted);
        return ended.size() < MOST;
    }

    private List<Pod> inOrder() {
        return JobPods.isIndexed(job)
                ? tally.pods().stream()
                        .sorted(Comparator.comparingInt(JobPods::index))
                        .toList()
                : tally.pods();
    }

    private void putIndexes(JobStatus status) {
        if (!JobPods.isIndexed(job)) {
            return;
        }
        Indexes succeeded = tally.succeededIndexes();
        status.setSucceeded(unlessZero(succeeded.size()));
        status.setCompletedIndexes(succeeded.size() == 0 ? null : succeeded.toString());
        status.setFailedIndexes(
                job.getSpec().getBackoffLimitPerIndex() == null
                        ? null
                        : tally.failedIndexes().toString());
    }

    private static boolean isOver(JobStatus status) {
        return uncounted(status).getSucceeded().isEmpty()
                && uncounted(status).getFailed().isEmpty()
                && JobTally.number(status.getTerminating()) == 0;
    }

    private void finish(JobStatus status, JobCondition interim) {
        boolean complete = interim.getType().equals(JobConditions.SUCCESS_MET);
        String type = complete ? JobConditions.COMPLETE : JobConditions.FAILED;
        JobConditions.set(status, JobConditions.make(type, true, interim.getReason(), interim.getMessage(), now));
        if (complete) {
            status.setCompletionTime(Times.seconds(now));
        }
    }

    private void tell(JobCondition interim, JobStatus status) {
        if (!interim.getType().equals(JobConditions.SUCCESS_MET)) {
            api.record(job, "Warning", interim.getReason(), interim.getMessage(), "");
            return;
        }
        Integer completions = job.getSpec().getCompletions();
        if (completions != null && JobTally.number(status.getSucceeded()) > completions) {
            String text = "Too many succeeded pods running after completion count reached";
            api.record(job, "Warning", "TooManySucceededPods", text, "");
        }
        api.record(job, "Normal", "Completed", "Job completed", "");
    }

    /// Writes the status. The server takes none that has more ready Pods than active ones, as the controller
    /// says it while it waits after a failure and other Pods run (`ValidateJobStatus`; mended after v1.36.2).
    private Job write(Job basis, JobStatus status) {
        int ready = JobTally.number(status.getReady());
        if (ready > JobTally.number(status.getActive())) {
            String name = job.getMetadata().getName();
            throw new ClusterException(
                    INVALID,
                    "Invalid",
                    "Job.batch \"" + name + "\" is invalid: status.ready: Invalid value: " + ready
                            + ": cannot set more ready pods than active");
        }
        return (Job) api.replaceStatus(new JobBuilder(basis).withStatus(status).build());
    }

    static @Nullable Integer unlessZero(int count) {
        return count == 0 ? null : count;
    }
}
