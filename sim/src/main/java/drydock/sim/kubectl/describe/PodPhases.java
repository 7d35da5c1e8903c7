package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Objects;

/// How many Pods of a controller are in which phase (`describe.go getPodStatusForController`).
record PodPhases(long running, long waiting, long succeeded, long failed) {

    /// Those that `selector` chooses and that `controller` owns.
    static PodPhases of(Cluster cluster, HasMetadata controller, LabelSelector selector) {
        Query query = Query.in(Kinds.POD, controller.getMetadata().getNamespace());
        List<String> phases = cluster.list(query).stream()
                .filter(selector::matches)
                .filter(pod -> Metadata.controller(pod)
                        .filter(owner -> Objects.equals(
                                owner.getUid(), controller.getMetadata().getUid()))
                        .isPresent())
                .map(pod -> Objects.requireNonNullElse(((Pod) pod).getStatus().getPhase(), ""))
                .toList();
        return new PodPhases(
                count(phases, "Running"),
                count(phases, "Pending"),
                count(phases, "Succeeded"),
                count(phases, "Failed"));
    }

    private static long count(List<String> phases, String wanted) {
        return phases.stream().filter(wanted::equals).count();
    }

    @Override
    public String toString() {
        return running + " Running / " + waiting + " Waiting / " + succeeded + " Succeeded / " + failed + " Failed";
    }
}
