package drydock.sim.controller.job;

import drydock.model.resource.ResourceId;
import drydock.sim.controller.Expectations;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the controller remembers of Jobs between two looks, because its cache is late.
final class JobMemory {

    private final Expectations expectations = new Expectations();
    private final FailureBackOff backOff = new FailureBackOff();
    private final Map<String, Set<String>> counted = new HashMap<>();
    private int created;

    /// The uids of the Job's Pods whose finalizers were taken away.
    Set<String> counted(Job job) {
        return counted.computeIfAbsent(job.getMetadata().getUid(), _ -> new HashSet<>());
    }

    FailureBackOff backOff() {
        return backOff;
    }

    Expectations expectations() {
        return expectations;
    }

    void expectCreations(Job job, int count, Instant now) {
        expectations.expectCreations(ResourceId.of(job), count, now);
    }

    void refused(Job job, int count) {
        expectations.creationsSeen(ResourceId.of(job), count);
    }

    /// How many Pods were made in the present look.
    int created() {
        return created;
    }

    void created(int count) {
        created = count;
    }

    void clearCreated() {
        created = 0;
    }

    void podGone(String job, String pod) {
        Set<String> of = counted.get(job);
        if (of != null) {
            of.remove(pod);
        }
    }

    void forget(ResourceId job, String uid) {
        expectations.forget(job);
        backOff.forget(uid);
        counted.remove(uid);
    }
}
