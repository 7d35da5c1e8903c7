package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
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
    record OfStorage() implements ClusterChange {}

    /// A namespace has changed.
    record OfNamespace() implements ClusterChange {}
}
