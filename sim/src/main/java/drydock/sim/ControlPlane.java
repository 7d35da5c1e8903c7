package drydock.sim;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.admission.ClusterAdmission;
import drydock.sim.controller.EndpointSliceController;
import drydock.sim.controller.EndpointSliceMirroring;
import drydock.sim.controller.EndpointsController;
import drydock.sim.controller.GarbageCollector;
import drydock.sim.controller.ReplicaController;
import drydock.sim.controller.SharedInformers;
import drydock.sim.controller.autoscaling.HorizontalController;
import drydock.sim.controller.cronjob.CronJobController;
import drydock.sim.controller.daemonset.DaemonSetController;
import drydock.sim.controller.deployment.DeploymentController;
import drydock.sim.controller.disruption.DisruptionController;
import drydock.sim.controller.job.JobController;
import drydock.sim.controller.namespace.NamespaceController;
import drydock.sim.controller.node.NodeLifecycle;
import drydock.sim.controller.node.PodGarbage;
import drydock.sim.controller.node.TaintEviction;
import drydock.sim.controller.quota.QuotaController;
import drydock.sim.controller.serviceaccount.NamespaceFurniture;
import drydock.sim.controller.statefulset.StatefulSetController;
import drydock.sim.controller.ttl.FinishedJobs;
import drydock.sim.controller.volume.NodeDrivers;
import drydock.sim.controller.volume.Provisioner;
import drydock.sim.controller.volume.StorageClasses;
import drydock.sim.controller.volume.VolumeController;
import drydock.sim.engine.Engine;
import drydock.sim.extension.DefinitionController;
import drydock.sim.metrics.Usages;
import drydock.sim.part.Heartbeats;
import drydock.sim.part.Parts;
import drydock.sim.scheduler.Decisions;
import drydock.sim.scheduler.Scheduler;
import drydock.sim.store.ApiServer;
import drydock.sim.store.InMemoryApiServer;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The control plane of a simulated cluster: the API server with its admission, and every component that watches it.
public final class ControlPlane implements Function<Engine, ApiServer> {

    /// The part that holds all controllers.
    public static final String CONTROLLER_MANAGER = "kube-controller-manager";

    /// The part that gives Pods their nodes.
    public static final String SCHEDULER = "kube-scheduler";

    private static final List<String> NAMESPACES = List.of("default", "kube-system", "kube-public", "kube-node-lease");

    private final SimulationOptions options;
    private final Decisions decisions = new Decisions();
    private @Nullable Parts parts;
    private Usages usages = Usages.NONE;

    /// One of a cluster that begins with nothing.
    public ControlPlane() {
        this(SimulationOptions.DEFAULT);
    }

    /// @param options what it holds when it begins
    ControlPlane(SimulationOptions options) {
        this.options = options;
    }

    /// Starts a control plane whose time and chance are the engine's.
    @Override
    public ApiServer apply(Engine engine) {
        InMemoryApiServer api = InMemoryApiServer.start(engine, new ClusterAdmission(engine));
        new FoundObjects(api).hold(options);
        ApiServer own = api.as("kube-apiserver");
        for (String namespace : NAMESPACES) {
            if (api.get(ResourceId.of(Kinds.NAMESPACE, "", namespace)).isPresent()) {
                continue;
            }
            own.create(new NamespaceBuilder()
                    .withNewMetadata()
                    .withName(namespace)
                    .endMetadata()
                    .build());
        }
        if (api.list(Query.all(Kinds.STORAGE_CLASS)).isEmpty()) {
            own.create(StorageClasses.standard());
        }
        KubernetesService.start(engine, own);
        DefinitionController.start(engine, api);
        Parts made = new Parts(engine, api);
        parts = made;
        made.start(CONTROLLER_MANAGER, (part, server) -> controllers(part, server, made.heartbeats()));
        made.start(SCHEDULER, (part, server) -> Scheduler.start(part, server, decisions));
        return api;
    }

    /// The parts of the control plane, once it was started.
    Parts parts() {
        return Objects.requireNonNull(parts);
    }

    /// Says what the containers use, once there are kubelets.
    void measureBy(Usages kubelets) {
        usages = kubelets;
    }

    /// What the scheduler decided.
    Decisions decisions() {
        return decisions;
    }

    /// The controllers, which are one program: they start and stop together.
    private void controllers(Engine engine, ApiServer api, Heartbeats heartbeats) {
        SharedInformers informers = SharedInformers.start(api);
        ReplicaController.startForReplicationControllers(engine, api, informers);
        ReplicaController.startForReplicaSets(engine, api, informers);
        DeploymentController.start(engine, api, informers);
        DaemonSetController.start(engine, api, informers);
        JobController.start(engine, api, informers);
        CronJobController.start(engine, api);
        FinishedJobs.start(engine, api);
        StatefulSetController.start(engine, api, informers);
        VolumeController.start(engine, api, informers);
        Provisioner.start(engine, api);
        NodeDrivers.start(engine, api);
        DisruptionController.start(engine, api, informers);
        NamespaceFurniture.start(engine, api);
        NamespaceController.start(engine, api);
        QuotaController.start(engine, api);
        HorizontalController.start(engine, api, uid -> usages.of(uid));
        EndpointsController.start(engine, api, informers);
        EndpointSliceController.start(engine, api, informers);
        EndpointSliceMirroring.start(engine, api, informers);
        GarbageCollector.start(engine, api);
        NodeLifecycle.start(engine, api, informers, heartbeats);
        TaintEviction.start(engine, api, informers);
        PodGarbage.start(engine, api, informers);
    }
}
