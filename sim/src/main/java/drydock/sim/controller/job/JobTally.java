package drydock.sim.controller.job;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.UncountedTerminatedPods;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How a Job's Pods have fared: what its status has counted, and what it is still to count
/// (`job_controller.go getNewFinishedPods`, `indexed_job_utils.go`).
///
/// A Pod is counted when its finalizer is taken away, so that none is forgotten and none counts twice.
final class JobTally {

    private final Job job;
    private final List<Pod> pods;
    private final Set<String> released;
    private final UncountedTerminatedPods uncounted;
    private final List<Pod> newlySucceeded = new ArrayList<>();
    private final List<Pod> newlyFailed = new ArrayList<>();
    private final List<Pod> active = new ArrayList<>();

    /// @param released the uids of Pods whose finalizers were taken away, though the cache may not know
    JobTally(Job job, Collection<Pod> pods, Set<String> released) {
        this.job = job;
        this.pods = List.copyOf(pods);
        this.released = Set.copyOf(released);
        UncountedTerminatedPods known = job.getStatus().getUncountedTerminatedPods();
        this.uncounted = known == null ? new UncountedTerminatedPods() : known;
        for (Pod pod : pods) {
            if (JobPods.isActive(pod)) {
                active.add(pod);
            }
            if (!isOpen(pod) || !hasValidIndex(pod)) {
                continue;
            }
            if (JobPods.hasSucceeded(pod)
                    && !uncounted.getSucceeded().contains(pod.getMetadata().getUid())) {
                newlySucceeded.add(pod);
            } else if (JobPods.hasFailed(job, pod)
                    && !uncounted.getFailed().contains(pod.getMetadata().getUid())) {
                newlyFailed.add(pod);
            }
        }
    }

    /// Whether `pod` still has its finalizer.
    boolean isOpen(Pod pod) {
        return JobPods.isTracked(pod) && !released.contains(pod.getMetadata().getUid());
    }

    /// Whether `pod` works on something that the Job wants done.
    boolean hasValidIndex(Pod pod) {
        int index = JobPods.index(pod);
        return !JobPods.isIndexed(job)
                || (index >= 0 && index < number(job.getSpec().getCompletions()));
    }

    List<Pod> pods() {
        return pods;
    }

    List<Pod> active() {
        return active;
    }

    List<Pod> newlySucceeded() {
        return newlySucceeded;
    }

    List<Pod> newlyFailed() {
        return newlyFailed;
    }

    int succeeded() {
        return JobPods.isIndexed(job)
                ? succeededIndexes().size()
                : number(job.getStatus().getSucceeded())
                        + newlySucceeded.size()
                        + uncounted.getSucceeded().size();
    }

    int failed() {
        return number(job.getStatus().getFailed())
                + (int) newlyFailed.stream().filter(this::counts).count()
                + uncounted.getFailed().size();
    }

    /// Whether a Pod that has failed counts as a failure.
    boolean counts(Pod pod) {
        return !FailurePolicy.of(job, pod).action().equals("Ignore");
    }

    int terminating() {
        return (int) pods.stream().filter(JobPods::isTerminating).count();
    }

    Indexes succeededIndexes() {
        return indexed(
                job.getStatus().getCompletedIndexes(),
                pods.stream().filter(JobPods::isTracked).filter(JobPods::hasSucceeded));
    }

    /// The indexes that will not be tried again.
    Indexes failedIndexes() {
        Integer limit = job.getSpec().getBackoffLimitPerIndex();
        return limit == null
                ? Indexes.NONE
                : indexed(
                        job.getStatus().getFailedIndexes(),
                        pods.stream().filter(JobPods::isTracked).filter(pod -> hasFailedForGood(pod, limit)));
    }

    private boolean hasFailedForGood(Pod pod, int limit) {
        if (!JobPods.hasFailed(job, pod)) {
            return false;
        }
        return switch (FailurePolicy.of(job, pod).action()) {
            case "FailIndex" -> true;
            case "Ignore" -> false;
            default -> JobPods.failures(pod) >= limit;
        };
    }

    private Indexes indexed(@Nullable String before, java.util.stream.Stream<Pod> more) {
        Set<Integer> fresh = new TreeSet<>();
        more.filter(this::hasValidIndex).forEach(pod -> fresh.add(JobPods.index(pod)));
        return Indexes.parse(before, number(job.getSpec().getCompletions())).with(fresh);
    }

    /// By index the last Pod that failed there, where another is to take its place, which learns from it how
    /// often the index has failed; it keeps its finalizer until then (`getPodsWithDelayedDeletionPerIndex`).
    Map<Integer, Pod> keptForTheNext() {
        if (job.getSpec().getBackoffLimitPerIndex() == null) {
            return Map.of();
        }
        Set<Integer> done = new HashSet<>(succeededIndexes().values());
        done.addAll(failedIndexes().values());
        active.forEach(pod -> done.add(JobPods.index(pod)));
        Map<Integer, Pod> kept = new HashMap<>();
        pods.stream()
                .filter(pod -> isOpen(pod) && hasValidIndex(pod) && JobPods.hasFailed(job, pod))
                .filter(pod -> !done.contains(JobPods.index(pod)))
                .sorted(Comparator.comparingInt(JobPods::allFailures).thenComparing(JobPods::finished))
                .forEach(pod -> kept.put(JobPods.index(pod), pod));
        return kept;
    }

    static int number(@Nullable Integer value) {
        return Objects.requireNonNullElse(value, 0);
    }
}
