package drydock.sim.controller.job;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How long a Job waits with the next Pod after failures: 10 s, then twice that each time, at most 10 min; a success
/// begins anew (`job/backoff_utils.go`).
final class FailureBackOff {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    /// The failures of a Job since a Pod of it succeeded.
    ///
    /// @param last when the last of them was, empty if there are none
    record Failures(int count, Optional<Instant> last) {

        private static final Failures NONE = new Failures(0, Optional.empty());

        /// How long the Job has yet to wait.
        Duration remaining(Instant now) {
            return last.map(at -> FailureBackOff.remaining(count, at, now)).orElse(Duration.ZERO);
        }

        private Failures and(Collection<Instant> more) {
            return new Failures(
                    count + more.size(), more.stream().max(Instant::compareTo).or(() -> last));
        }
    }

    private final Map<String, Failures> byJob = new HashMap<>();

    /// What is to be remembered of the Job with this uid once it is written that these Pods have ended.
    Failures after(String uid, Collection<Pod> succeeded, Collection<Pod> failed) {
        Failures before = byJob.getOrDefault(uid, Failures.NONE);
        List<Instant> ends = failed.stream().map(JobPods::finished).toList();
        return succeeded.stream()
                .map(JobPods::finished)
                .max(Instant::compareTo)
                .map(success -> Failures.NONE.and(
                        ends.stream().filter(at -> at.isAfter(success)).toList()))
                .orElseGet(() -> before.and(ends));
    }

    void remember(String uid, Failures failures) {
        byJob.put(uid, failures);
    }

    static Duration remaining(int failures, Instant last, Instant now) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration delay = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Instant until = last.plus(delay.compareTo(LONGEST) > 0 ? LONGEST : delay);
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    void forget(String uid) {
        byJob.remove(uid);
    }
}
