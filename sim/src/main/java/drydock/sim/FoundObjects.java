package drydock.sim;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.workload.FoundRevisions;
import drydock.sim.store.InMemoryApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.stream.Stream;

/// Puts into a new API server what a cluster holds when it begins, before anybody watches: so controllers find Pods
/// with their owners, and make none of their own.
final class FoundObjects {

    private final InMemoryApiServer api;

    FoundObjects(InMemoryApiServer api) {
        this.api = api;
    }

    void hold(SimulationOptions options) {
        List<HasMetadata> all = Stream.concat(
                        options.nodes().stream()
                                .filter(node -> node.getMetadata().getUid() != null)
                                .map(HasMetadata.class::cast),
                        options.found().stream())
                .toList();
        List<ControllerRevision> revisions = all.stream()
                .filter(ControllerRevision.class::isInstance)
                .map(ControllerRevision.class::cast)
                .toList();
        all.stream().filter(object -> !(object instanceof ControllerRevision)).forEach(api::hold);
        List<Pod> pods =
                api.list(Query.all(Kinds.POD)).stream().map(Pod.class::cast).toList();
        FoundRevisions found = new FoundRevisions(revisions, pods);
        all.stream()
                .filter(object -> object instanceof StatefulSet || object instanceof DaemonSet)
                .forEach(owner ->
                        found.of(api.get(ResourceId.of(owner)).orElse(owner)).forEach(api::hold));
    }
}
