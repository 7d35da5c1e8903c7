package drydock.sim;

import drydock.sim.admission.ClusterAdmission;
import drydock.sim.controller.EndpointSliceController;
import drydock.sim.controller.EndpointsController;
import drydock.sim.controller.GarbageCollector;
import drydock.sim.controller.ReplicaController;
import drydock.sim.controller.SharedInformers;
import drydock.sim.controller.deployment.DeploymentController;
import drydock.sim.engine.Engine;
import drydock.sim.scheduler.Scheduler;
import drydock.sim.store.ApiServer;
import drydock.sim.store.InMemoryApiServer;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.List;
import java.util.function.Function;

/// The control plane of a simulated cluster: the API server with its admission, and every component that watches it.
public final class ControlPlane implements Function<Engine, ApiServer> {

    private static final List<String> NAMESPACES = List.of("default", "kube-system", "kube-public", "kube-node-lease");

    /// Starts a control plane whose time and chance are the engine's.
    @Override
    public ApiServer apply(Engine engine) {
        ApiServer api = InMemoryApiServer.start(engine, new ClusterAdmission(engine));
        ApiServer own = api.as("kube-apiserver");
        for (String namespace : NAMESPACES) {
            own.create(new NamespaceBuilder()
                    .withNewMetadata()
                    .withName(namespace)
                    .endMetadata()
                    .build());
        }
        SharedInformers informers = SharedInformers.start(api);
        ReplicaController.startForReplicationControllers(engine, api, informers);
        ReplicaController.startForReplicaSets(engine, api, informers);
        DeploymentController.start(engine, api, informers);
        EndpointsController.start(engine, api, informers);
        EndpointSliceController.start(engine, api, informers);
        GarbageCollector.start(engine, api);
        Scheduler.start(engine, api);
        return api;
    }
}
