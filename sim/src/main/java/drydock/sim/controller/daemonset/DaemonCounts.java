package drydock.sim.controller.daemonset;

import drydock.sim.controller.Pods;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A DaemonSet's status (`daemon_controller.go updateDaemonSetStatus`).
final class DaemonCounts {

    private DaemonCounts() {}

    /// @param looked whether the set as it is now was acted upon
    static DaemonSetStatus status(DaemonSet set, DaemonPlan plan, Collection<Node> nodes, boolean looked) {
        int desired = 0;
        int current = 0;
        int misscheduled = 0;
        int ready = 0;
        int available = 0;
        int updated = 0;
        for (Node node : nodes) {
            List<Pod> there = plan.on(node);
            if (!DaemonNodes.of(set, node).runs()) {
                misscheduled += there.isEmpty() ? 0 : 1;
                continue;
            }
            desired++;
            if (there.isEmpty()) {
                continue;
            }
            current++;
            Pod oldest = DaemonPlan.oldest(there).orElseThrow();
            ready += Pods.isReady(oldest) ? 1 : 0;
            available += Pods.isReady(oldest) && plan.isAvailable(oldest) ? 1 : 0;
            updated += plan.isCurrent(oldest) ? 1 : 0;
        }
        DaemonSetStatus status = new DaemonSetStatus();
        status.setDesiredNumberScheduled(desired);
        status.setCurrentNumberScheduled(current);
        status.setNumberMisscheduled(misscheduled);
        status.setNumberReady(ready);
        status.setNumberAvailable(unlessZero(available));
        status.setNumberUnavailable(unlessZero(desired - available));
        status.setUpdatedNumberScheduled(unlessZero(updated));
        status.setObservedGeneration(looked ? set.getMetadata().getGeneration() : DaemonPods.observedGeneration(set));
        return status;
    }

    private static @Nullable Integer unlessZero(int count) {
        return count == 0 ? null : count;
    }
}
