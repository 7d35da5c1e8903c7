package drydock.sim.controller.job;

import drydock.model.resource.ResourceId;
import drydock.sim.controller.Expectations;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the controller remembers of Jobs between two looks, because its cache is late.
final class JobMemory {

    private final Expectations expectations = new Expectations();
    private final FailureBackOff backOff = new FailureBackOff();
    private final Map<String, Set<String>> released = new HashMap<>();

    /// The uids of the Job's Pods whose finalizers were taken away, though the cache may not know.
    Set<String> released(Job job) {
        return released.computeIfAbsent(job.getMetadata().getUid(), _ -> new HashSet<>());
    }

    FailureBackOff backOff() {
        return backOff;
    }

    Expectations expectations() {
        return expectations;
    }

    /// The cache knows that `pod` is gone, or has its finalizer no more.
    void releaseSeen(String job, String pod) {
        Set<String> of = released.get(job);
        if (of != null) {
            of.remove(pod);
        }
    }

    void forget(ResourceId job, String uid) {
        expectations.forget(job);
        backOff.forget(uid);
        released.remove(uid);
    }
}
