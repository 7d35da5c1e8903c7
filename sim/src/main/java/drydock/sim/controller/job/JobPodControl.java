package drydock.sim.controller.job;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Expectations;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Shape;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes and deletes the Pods of a Job, and tells so (`pkg/controller/controller_utils.go RealPodControl`).
final class JobPodControl {

    private static final int NOT_FOUND = 404;

    private final ApiServer api;
    private final Expectations expectations;
    private final Job job;
    private Optional<ClusterException> problem = Optional.empty();

    JobPodControl(ApiServer api, Expectations expectations, Job job) {
        this.api = api;
        this.expectations = expectations;
        this.job = job;
    }

    /// What was refused first, if something was.
    Optional<ClusterException> problem() {
        return problem;
    }

    /// Makes Pods in batches of 1, 2, 4 and so on, and stops at the first batch in which one fails.
    ///
    /// @return how many were made
    int create(List<Pod> pods) {
        expectations.expectCreations(ResourceId.of(job), pods.size(), api.now());
        int made = 0;
        int tried = 0;
        for (int batch = 1; tried < pods.size() && problem.isEmpty(); batch *= 2) {
            for (Pod pod : pods.subList(tried, Math.min(pods.size(), tried + batch))) {
                made += isMade(pod) ? 1 : 0;
                tried++;
            }
        }
        expectations.creationsSeen(ResourceId.of(job), pods.size() - made);
        return made;
    }

    private boolean isMade(Pod pod) {
        try {
            String name = api.create(pod).getMetadata().getName();
            api.record(job, "Normal", "SuccessfulCreate", "Created pod: " + name, "");
            return true;
        } catch (ClusterException refused) {
            api.record(job, "Warning", "FailedCreate", "Error creating: " + refused.getMessage(), "");
            problem = problem.or(() -> Optional.of(refused));
            return false;
        }
    }

    /// Deletes Pods that are not wanted any more. They lose their finalizers first, so none of them counts as
    /// failed.
    ///
    /// @return those that go
    Set<Pod> dismiss(List<Pod> pods) {
        Set<ResourceId> ids = new HashSet<>();
        pods.forEach(pod -> ids.add(ResourceId.of(pod)));
        expectations.expectDeletions(ResourceId.of(job), ids, api.now());
        pods.forEach(this::release);
        Set<Pod> going = delete(pods);
        pods.stream()
                .filter(pod -> !going.contains(pod))
                .forEach(pod -> expectations.deletionSeen(ResourceId.of(job), ResourceId.of(pod)));
        return going;
    }

    /// Deletes Pods; they stay until they are counted.
    ///
    /// @return those that go
    Set<Pod> delete(List<Pod> pods) {
        Set<Pod> going = new HashSet<>();
        for (Pod pod : pods) {
            try {
                api.delete(ResourceId.of(pod), Deletion.DEFAULT);
                String text = "Deleted pod: " + pod.getMetadata().getName();
                api.record(job, "Normal", "SuccessfulDelete", text, "");
                going.add(pod);
            } catch (ClusterException refused) {
                if (refused.code() == NOT_FOUND) {
                    going.add(pod);
                } else {
                    api.record(job, "Warning", "FailedDelete", "Error deleting: " + refused.getMessage(), "");
                    problem = problem.or(() -> Optional.of(refused));
                }
            }
        }
        return going;
    }

    /// Takes the finalizer away from `pod`, if it is still there.
    void release(Pod pod) {
        api.get(ResourceId.of(pod))
                .filter(is -> is.getMetadata().getUid().equals(pod.getMetadata().getUid()))
                .ifPresent(is -> release(api, is));
    }

    static void release(ApiServer api, HasMetadata pod) {
        ObjectMeta metadata = Shape.copy(pod.getMetadata());
        metadata.setFinalizers(metadata.getFinalizers().stream()
                .filter(f -> !f.equals(JobPods.FINALIZER))
                .toList());
        api.replace(Shape.withMetadata(pod, metadata));
    }
}
