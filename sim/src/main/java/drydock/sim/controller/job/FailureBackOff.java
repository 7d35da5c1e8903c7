package drydock.sim.controller.job;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How long a Job waits with the next Pod after failures: 10 s, then twice that each time, at most 10 min; a success
/// begins anew (`job/backoff_utils.go`).
final class FailureBackOff {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    private record Ended(int failures, Instant last, Instant lastSuccess) {}

    private final Map<String, Ended> byJob = new HashMap<>();

    /// Remembers how `pods` of the Job with this uid ended, each of which is told once.
    void ended(String uid, Collection<Pod> succeeded, Collection<Pod> failed) {
        Ended before = byJob.getOrDefault(uid, new Ended(0, Instant.MIN, Instant.MIN));
        Instant success = succeeded.stream()
                .map(JobPods::finished)
                .max(Instant::compareTo)
                .filter(at -> at.isAfter(before.lastSuccess()))
                .orElse(before.lastSuccess());
        int earlier = success.isAfter(before.lastSuccess()) ? 0 : before.failures();
        List<Instant> since = failed.stream()
                .map(JobPods::finished)
                .filter(at -> at.isAfter(success))
                .toList();
        Instant last = since.stream().max(Instant::compareTo).orElse(before.last());
        byJob.put(uid, new Ended(earlier + since.size(), last, success));
    }

    /// How long the Job has yet to wait.
    Duration remaining(String uid, Instant now) {
        Ended ended = byJob.get(uid);
        return ended == null ? Duration.ZERO : remaining(ended.failures(), ended.last(), now);
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
