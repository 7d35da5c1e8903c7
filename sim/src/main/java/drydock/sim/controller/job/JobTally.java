package drydock.sim.controller.job;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How a Job's Pods have fared: what its status has counted, and what it is still to count.
///
/// A Pod is counted when its finalizer is taken away, so that none is forgotten and none counts twice.
final class JobTally {

    private final Job job;
    private final Collection<Pod> pods;
    private final List<Pod> newlySucceeded = new ArrayList<>();
    private final List<Pod> newlyFailed = new ArrayList<>();
    private final List<Pod> active = new ArrayList<>();

    /// @param counted the uids of Pods whose finalizers were taken away, though the cache may not know
    JobTally(Job job, Collection<Pod> pods, Set<String> counted) {
        this.job = job;
        this.pods = pods;
        for (Pod pod : pods) {
            boolean open = JobPods.isTracked(pod)
                    && !counted.contains(pod.getMetadata().getUid());
            if (JobPods.isActive(pod)) {
                active.add(pod);
            } else if (open && JobPods.hasSucceeded(pod)) {
                newlySucceeded.add(pod);
            } else if (open && JobPods.hasFailed(job, pod)) {
                newlyFailed.add(pod);
            }
        }
    }

    Collection<Pod> pods() {
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

    /// Those that have newly failed and count as failures.
    List<Pod> counting() {
        return newlyFailed.stream()
                .filter(pod -> !FailurePolicy.of(job, pod).action().equals("Ignore"))
                .toList();
    }

    int succeeded() {
        return JobPods.isIndexed(job)
                ? succeededIndexes().size()
                : number(job.getStatus().getSucceeded()) + newlySucceeded.size();
    }

    int failed() {
        return number(job.getStatus().getFailed()) + counting().size();
    }

    int terminating() {
        return (int) pods.stream().filter(JobPods::isTerminating).count();
    }

    Indexes succeededIndexes() {
        return indexed(job.getStatus().getCompletedIndexes(), newlySucceeded);
    }

    /// The indexes that will not be tried again.
    Indexes failedIndexes() {
        Integer limit = job.getSpec().getBackoffLimitPerIndex();
        if (limit == null) {
            return Indexes.NONE;
        }
        List<Pod> last = newlyFailed.stream()
                .filter(pod -> switch (FailurePolicy.of(job, pod).action()) {
                    case "FailIndex" -> true;
                    case "Ignore" -> false;
                    default -> JobPods.failuresBefore(pod) >= limit;
                })
                .toList();
        return indexed(job.getStatus().getFailedIndexes(), last);
    }

    private Indexes indexed(@Nullable String before, Collection<Pod> more) {
        int completions = number(job.getSpec().getCompletions());
        Set<Integer> fresh = new TreeSet<>();
        more.forEach(pod -> fresh.add(JobPods.index(pod)));
        fresh.removeIf(index -> index < 0 || index >= completions);
        return Indexes.parse(before, completions).with(fresh);
    }

    static int number(@Nullable Integer value) {
        return Objects.requireNonNullElse(value, 0);
    }
}
