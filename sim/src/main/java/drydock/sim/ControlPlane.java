package drydock.sim;

import drydock.sim.admission.ClusterAdmission;
import drydock.sim.controller.EndpointSliceController;
import drydock.sim.controller.EndpointsController;
import drydock.sim.controller.GarbageCollector;
import drydock.sim.controller.ReplicaController;
import drydock.sim.controller.SharedInformers;
import drydock.sim.controller.cronjob.CronJobController;
import drydock.sim.controller.daemonset.DaemonSetController;
import drydock.sim.controller.disruption.DisruptionController;
import drydock.sim.controller.job.JobController;
import drydock.sim.controller.namespace.NamespaceController;
import drydock.sim.controller.quota.QuotaController;
import drydock.sim.controller.serviceaccount.NamespaceFurniture;
import drydock.sim.controller.statefulset.StatefulSetController;
import drydock.sim.controller.ttl.FinishedJobs;
import drydock.sim.controller.volume.Provisioner;
import drydock.sim.controller.volume.StorageClasses;
import drydock.sim.controller.volume.VolumeController;
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
        DaemonSetController.start(engine, api, informers);
        JobController.start(engine, api, informers);
        CronJobController.start(engine, api);
        FinishedJobs.start(engine, api);
        StatefulSetController.start(engine, api, informers);
        own.create(StorageClasses.standard());
        VolumeController.start(engine, api, informers);
        Provisioner.start(engine, api);
        DisruptionController.start(engine, api, informers);
        NamespaceFurniture.start(engine, api);
        NamespaceController.start(engine, api);
        QuotaController.start(engine, api);
        EndpointsController.start(engine, api, informers);
        EndpointSliceController.start(engine, api, informers);
        GarbageCollector.start(engine, api);
        Scheduler.start(engine, api);
        return api;
    }
}
