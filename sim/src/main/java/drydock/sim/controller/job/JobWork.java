package drydock.sim.controller.job;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which Pods a Job lacks or has too many (`job_controller.go manageJob`).
final class JobWork {

    private static final int BURST = 500;

    /// The least useful first (`pkg/controller/controller_utils.go ActivePods`).
    private static final Comparator<Pod> USE = Comparator.comparing(
                    (Pod pod) -> !Pods.node(pod).isEmpty())
            .thenComparingInt(pod -> List.of("Pending", "Unknown", "Running").indexOf(Pods.phase(pod)))
            .thenComparing(Pods::isReady)
            .thenComparing(pod -> Pods.ready(pod).orElse(Instant.EPOCH), Comparator.reverseOrder())
            .thenComparing(JobPods::restarts, Comparator.reverseOrder())
            .thenComparing(Pods::created, Comparator.reverseOrder());

    /// What is to be done now.
    ///
    /// @param again how long until there is more to do, as nothing is to be done before; zero if that is not
    /// known
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
        int missing = wanted - terminating - tally.active().size();
        boolean perIndex = job.getSpec().getBackoffLimitPerIndex() != null;
        if (missing <= 0) {
            return new Plan(List.of(), List.of(), Duration.ZERO);
        }
        if (!perIndex && !backOff.isZero()) {
            return new Plan(List.of(), List.of(), backOff);
        }
        return JobPods.isIndexed(job)
                ? indexed(Math.min(missing, BURST))
                : new Plan(
                        Stream.generate(() -> JobPods.make(job))
                                .limit(Math.min(missing, BURST))
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
        return Math.max(0, Math.min(completions - tally.succeeded(), parallelism));
    }

    /// Those whose index is out of range or taken go in any case; then the least useful
    /// (`job_controller.go activePodsForRemoval`).
    private List<Pod> leaving(int atLeast) {
        List<Pod> leastUsefulFirst = tally.active().stream().sorted(USE).toList();
        Set<Pod> leaving = new LinkedHashSet<>();
        if (JobPods.isIndexed(job)) {
            Set<Integer> taken = new HashSet<>();
            for (Pod pod : leastUsefulFirst.reversed()) {
                if (!tally.hasValidIndex(pod) || !taken.add(JobPods.index(pod))) {
                    leaving.add(pod);
                }
            }
        }
        leastUsefulFirst.stream()
                .filter(pod -> !leaving.contains(pod))
                .limit(Math.max(0, atLeast - leaving.size()))
                .forEach(leaving::add);
        return List.copyOf(leaving);
    }

    /// The first indexes that nobody works on; where each has a limit of its own, each waits for itself
    /// (`firstPendingIndexes`, `getPodCreationInfoForIndependentIndexes`).
    private Plan indexed(int missing) {
        Map<Integer, Pod> failed = tally.keptForTheNext();
        List<Pod> create = new ArrayList<>();
        Optional<Duration> wait = Optional.empty();
        for (int index : pending(missing)) {
            Optional<Pod> last = Optional.ofNullable(failed.get(index));
            Duration left = last.map(
                            pod -> FailureBackOff.remaining(JobPods.allFailures(pod) + 1, JobPods.finished(pod), now))
                    .orElse(Duration.ZERO);
            if (left.isZero()) {
                create.add(JobPods.make(job, index, last));
            } else {
                wait = wait.filter(least -> least.compareTo(left) <= 0).or(() -> Optional.of(left));
            }
        }
        return new Plan(create, List.of(), create.isEmpty() ? wait.orElse(Duration.ZERO) : Duration.ZERO);
    }

    private List<Integer> pending(int count) {
        Set<Integer> taken = new HashSet<>(tally.succeededIndexes().values());
        taken.addAll(tally.failedIndexes().values());
        tally.active().forEach(pod -> taken.add(JobPods.index(pod)));
        if (JobPods.waitsForTheEnd(job)) {
            tally.pods().stream().filter(JobPods::isTerminating).forEach(pod -> taken.add(JobPods.index(pod)));
        }
        return IntStream.range(0, job.getSpec().getCompletions())
                .filter(index -> !taken.contains(index))
                .limit(count)
                .boxed()
                .toList();
    }
}
