package drydock.sim.controller.job;

import drydock.model.resource.ResourceId;
import drydock.sim.controller.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which Pods a Job lacks or has too many (`job_controller.go manageJob`).
final class JobWork {

    private static final int BURST = 500;

    /// What is to be done now.
    ///
    /// @param again how long until there is more to do, zero if that is not known
    record Plan(List<Pod> create, List<Pod> delete, Duration again) {}

    private final Job job;
    private final JobTally tally;
    private final Instant now;

    JobWork(Job job, JobTally tally, Instant now) {
        this.job = job;
        this.tally = tally;
        this.now = now;
    }

    /// @param backOff how long the whole Job waits after failures
    Plan plan(Duration backOff) {
        if (JobOutcome.isSuspended(job)) {
            return new Plan(List.of(), tally.active(), Duration.ZERO);
        }
        int wanted = wanted();
        List<Pod> leaving = leaving(Math.max(0, tally.active().size() - wanted));
        if (!leaving.isEmpty()) {
            return new Plan(List.of(), leaving.stream().limit(BURST).toList(), Duration.ZERO);
        }
        int terminating = JobPods.waitsForTheEnd(job) ? tally.terminating() : 0;
        int missing = Math.min(wanted - terminating - tally.active().size(), BURST);
        boolean perIndex = job.getSpec().getBackoffLimitPerIndex() != null;
        if (missing <= 0) {
            return new Plan(List.of(), List.of(), Duration.ZERO);
        }
        if (!perIndex && !backOff.isZero()) {
            return new Plan(List.of(), List.of(), backOff);
        }
        return JobPods.isIndexed(job)
                ? indexed(missing)
                : new Plan(
                        java.util.stream.Stream.generate(() -> JobPods.make(job))
                                .limit(missing)
                                .toList(),
                        List.of(),
                        Duration.ZERO);
    }

    private int wanted() {
        int parallelism = JobTally.number(job.getSpec().getParallelism());
        Integer completions = job.getSpec().getCompletions();
        if (completions == null) {
            return tally.succeeded() > 0 ? tally.active().size() : parallelism;
        }
        int failed = job.getSpec().getBackoffLimitPerIndex() == null
                ? 0
                : tally.failedIndexes().size();
        return Math.max(0, Math.min(completions - tally.succeeded() - failed, parallelism));
    }

    /// Those whose index is done, out of range or taken go in any case; then the least useful.
    private List<Pod> leaving(int atLeast) {
        Set<Pod> leaving = new LinkedHashSet<>();
        if (JobPods.isIndexed(job)) {
            Set<Integer> taken = new HashSet<>();
            for (Pod pod : tally.active().stream()
                    .sorted(Comparator.comparing(Pods::created))
                    .toList()) {
                int index = JobPods.index(pod);
                boolean useless = index < 0 || index >= job.getSpec().getCompletions() || isDone(index);
                if (useless || !taken.add(index)) {
                    leaving.add(pod);
                }
            }
        }
        tally.active().stream()
                .filter(pod -> !leaving.contains(pod))
                .sorted(Comparator.comparing((Pod pod) -> !Pods.node(pod).isEmpty())
                        .thenComparingInt(
                                pod -> List.of("Pending", "Unknown", "Running").indexOf(Pods.phase(pod)))
                        .thenComparing(Pods::isReady)
                        .thenComparing(Comparator.comparing(Pods::created).reversed()))
                .limit(Math.max(0, atLeast - leaving.size()))
                .forEach(leaving::add);
        return List.copyOf(leaving);
    }

    private boolean isDone(int index) {
        return tally.succeededIndexes().has(index) || tally.failedIndexes().has(index);
    }

    /// The first indexes that nobody works on; each waits for itself, where each has a limit of its own.
    private Plan indexed(int missing) {
        Set<Integer> taken = new HashSet<>();
        tally.active().forEach(pod -> taken.add(JobPods.index(pod)));
        if (JobPods.waitsForTheEnd(job)) {
            tally.pods().stream().filter(JobPods::isTerminating).forEach(pod -> taken.add(JobPods.index(pod)));
        }
        List<Pod> create = new ArrayList<>();
        Duration wait = Duration.ZERO;
        for (int i = 0; i < job.getSpec().getCompletions() && create.size() < missing; i++) {
            if (taken.contains(i) || isDone(i)) {
                continue;
            }
            Optional<Pod> last = job.getSpec().getBackoffLimitPerIndex() == null ? Optional.empty() : lastFailed(i);
            int failures = last.map(JobWork::failuresWith).orElse(0);
            Duration left = last.map(pod -> FailureBackOff.remaining(failures, JobPods.finished(pod), now))
                    .orElse(Duration.ZERO);
            if (left.isZero()) {
                create.add(JobPods.make(job, i, failures));
            } else if (wait.isZero() || left.compareTo(wait) < 0) {
                wait = left;
            }
        }
        return new Plan(create, List.of(), wait);
    }

    private static int failuresWith(Pod last) {
        return JobPods.failuresBefore(last) + 1;
    }

    private Optional<Pod> lastFailed(int index) {
        return tally.pods().stream()
                .filter(pod -> JobPods.index(pod) == index && JobPods.hasFailed(job, pod))
                .max(Comparator.comparingInt(JobPods::failuresBefore)
                        .thenComparing(pod -> ResourceId.of(pod).name()));
    }
}
