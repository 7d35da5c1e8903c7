package drydock.sim.controller;

import drydock.model.topology.PodTemplates;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// How many Pods count for an owner, how many of them have all labels of its template, are ready, and have been so long
/// enough.
record ReplicaCounts(int replicas, int fullyLabeled, int ready, int available) {

    /// Counts `pods` one by one.
    @SuppressWarnings("ReferenceEquality") // what is the same map need not be compared again
    static ReplicaCounts of(ReplicaOwner owner, Collection<Pod> pods, Instant now) {
        Map<String, String> labels = PodTemplates.labels(owner.template());
        // those of one template mostly have the very same map
        Map<String, String> labeled = null;
        int fullyLabeled = 0;
        int ready = 0;
        int available = 0;
        for (Pod pod : pods) {
            Map<String, String> has =
                    Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
            if (has == labeled || has.entrySet().containsAll(labels.entrySet())) {
                fullyLabeled++;
                labeled = has;
            }
            if (Pods.isReady(pod)) {
                ready++;
                available +=
                        owner.minReadySeconds() == 0 || Pods.isAvailable(pod, owner.minReadySeconds(), now) ? 1 : 0;
            }
        }
        return new ReplicaCounts(pods.size(), fullyLabeled, ready, available);
    }

    /// Adds up what is known of the Pods of `owner`, which counts a Pod as available as soon as it is ready.
    static ReplicaCounts of(ReplicaOwner owner, Collection<PodTally.Group> groups) {
        Set<Map.Entry<String, String>> labels =
                PodTemplates.labels(owner.template()).entrySet();
        int replicas = 0;
        int fullyLabeled = 0;
        int ready = 0;
        for (PodTally.Group group : groups) {
            replicas += group.active();
            fullyLabeled += group.labels().entrySet().containsAll(labels) ? group.active() : 0;
            ready += group.ready();
        }
        return new ReplicaCounts(replicas, fullyLabeled, ready, ready);
    }
}
