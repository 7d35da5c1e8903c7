package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What happens in a cluster that may let a Pod find a node (`framework.ClusterEvent`), with what it happens to: each
/// filter that left the Pod without a node says whether it may help (its queueing hint).
sealed interface ClusterChange {

    /// A node has come, has changed or is gone.
    record OfNode(@Nullable Node before, @Nullable Node after) implements ClusterChange {

        /// Whether it is there now and was not, or had other labels.
        boolean isLabelledAnew() {
            return after != null
                    && (before == null
                            || !Objects.equals(
                                    before.getMetadata().getLabels(),
                                    after.getMetadata().getLabels()));
        }
    }

    /// A Pod has come to a node, has changed there or is gone from it.
    record OfPod(@Nullable PodInfo before, @Nullable PodInfo after) implements ClusterChange {

        boolean isGone() {
            return after == null;
        }
    }

    /// The Pod that waits has changed itself.
    record OfItself(Pod before, Pod after) implements ClusterChange {

        boolean hasOtherTolerations() {
            return !before.getSpec().getTolerations().equals(after.getSpec().getTolerations());
        }

        boolean hasOtherLabels() {
            return !Objects.equals(
                    before.getMetadata().getLabels(), after.getMetadata().getLabels());
        }
    }

    /// A claim, a volume or what they are made by has changed.
    sealed interface OfStorage extends ClusterChange {}

    /// A claim has come, has changed or is gone.
    record OfClaim(
            @Nullable PersistentVolumeClaim before,
            @Nullable PersistentVolumeClaim after) implements OfStorage {

        boolean isNew() {
            return before == null;
        }

        /// Whether it is there and `pod` names it, or has it made for itself.
        boolean isOf(PodInfo pod) {
            return after != null
                    && pod.namespace().equals(after.getMetadata().getNamespace())
                    && pod.pod().getSpec().getVolumes().stream()
                            .anyMatch(volume ->
                                    after.getMetadata().getName().equals(ClaimedVolumes.name(pod.pod(), volume)));
        }
    }

    /// A volume has come, has changed or is gone.
    ///
    /// @param there whether it is there
    record OfVolume(boolean there) implements OfStorage {}

    /// A storage class has come, has changed or is gone.
    record OfClass(@Nullable StorageClass before, @Nullable StorageClass after) implements OfStorage {

        /// Whether it is there now and was not, or is for other places.
        boolean isForOthers() {
            return after != null
                    && (before == null || !before.getAllowedTopologies().equals(after.getAllowedTopologies()));
        }
    }

    /// What a node can do with volumes is new, or has changed.
    record OfDrivers(boolean isNew) implements OfStorage {}

    /// A namespace has changed.
    record OfNamespace() implements ClusterChange {}
}
