package drydock.sim.controller.deployment;

import drydock.sim.store.ApiServer;
import drydock.sim.store.Shape;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetSpec;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetSpecBuilder;
import java.util.Map;

/// What the controller writes: sizes and notes of ReplicaSets, the revision and the status of a Deployment.
///
/// All of it builds on what the cache has, so that a server that knows better refuses, and the look is taken again.
final class Writer {

    private final ApiServer api;

    Writer(ApiServer api) {
        this.api = api;
    }

    /// Has `set` scaled and the wanted size noted; tells the Deployment's events if the size is another.
    ///
    /// @return the ReplicaSet as it is now
    ReplicaSet scale(Wish wish, ReplicaSet set, int size) {
        Map<String, String> annotations = Annotations.of(set);
        Annotations.putSizes(annotations, wish);
        int before = ReplicaSets.wanted(set);
        if (before == size && annotations.equals(set.getMetadata().getAnnotations())) {
            return set;
        }
        ReplicaSetSpec spec =
                new ReplicaSetSpecBuilder(set.getSpec()).withReplicas(size).build();
        ReplicaSet scaled = write(set, annotations, spec);
        if (before != size) {
            String way = before < size ? "up" : "down";
            scaling(wish, "Scaled " + way + " replica set " + name(set) + " from " + before + " to " + size);
        }
        return scaled;
    }

    /// Writes the notes and the spec of a ReplicaSet.
    ReplicaSet write(ReplicaSet set, Map<String, String> annotations, ReplicaSetSpec spec) {
        ObjectMeta metadata = Shape.copy(set.getMetadata());
        metadata.setAnnotations(annotations);
        return (ReplicaSet)
                api.replace(new ReplicaSet(set.getApiVersion(), set.getKind(), metadata, spec, set.getStatus()));
    }

    void scaling(Wish wish, String message) {
        api.record(wish.deployment(), "Normal", "ScalingReplicaSet", message, "");
    }

    /// The same with the revision that the Deployment is at: a write of the status may change annotations
    /// (`pkg/registry/apps/deployment/strategy.go deploymentStatusStrategy`).
    Deployment status(Deployment deployment, String revision, DeploymentStatus status) {
        Map<String, String> annotations = Annotations.of(deployment);
        annotations.put(Annotations.REVISION, revision);
        ObjectMeta metadata = Shape.copy(deployment.getMetadata());
        metadata.setAnnotations(annotations);
        return status((Deployment) Shape.withMetadata(deployment, metadata), status);
    }

    Deployment status(Deployment deployment, DeploymentStatus status) {
        return (Deployment) api.replaceStatus(new Deployment(
                deployment.getApiVersion(),
                deployment.getKind(),
                deployment.getMetadata(),
                deployment.getSpec(),
                status));
    }

    static String name(ReplicaSet set) {
        return set.getMetadata().getName();
    }
}
