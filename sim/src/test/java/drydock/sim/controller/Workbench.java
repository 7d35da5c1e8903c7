package drydock.sim.controller;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.admission.ClusterAdmission;
import drydock.sim.controller.deployment.DeploymentController;
import drydock.sim.engine.Engine;
import drydock.sim.store.Admission;
import drydock.sim.store.ApiServer;
import drydock.sim.store.InMemoryApiServer;
import drydock.sim.store.Times;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/// An API server with the controllers of replicas and without nodes: Pods become ready when a test says so.
public final class Workbench implements AutoCloseable {

    private final Engine engine = new Engine(1, Instant.parse("2026-01-01T00:00:00Z"));
    private final ApiServer api = InMemoryApiServer.start(engine, admission());
    private Predicate<HasMetadata> refused = _ -> false;

    public Workbench() {
        api.create(new NamespaceBuilder()
                .withNewMetadata()
                .withName("default")
                .endMetadata()
                .build());
        SharedInformers informers = SharedInformers.start(api);
        ReplicaController.startForReplicationControllers(engine, api, informers);
        ReplicaController.startForReplicaSets(engine, api, informers);
        DeploymentController.start(engine, api, informers);
        GarbageCollector.start(engine, api);
    }

    private Admission admission() {
        ClusterAdmission usual = new ClusterAdmission(engine);
        return new Admission() {
            @Override
            public HasMetadata onCreate(ResourceId id, HasMetadata object) {
                if (refused.test(object)) {
                    throw new ClusterException(403, "Forbidden", "pods \"" + id.name() + "\" is forbidden: no more");
                }
                return usual.onCreate(id, object);
            }

            @Override
            public HasMetadata onUpdate(ResourceId id, HasMetadata before, HasMetadata object) {
                return usual.onUpdate(id, before, object);
            }

            @Override
            public void onUndone(ResourceId id, HasMetadata before, HasMetadata object) {
                usual.onUndone(id, before, object);
            }

            @Override
            public void onDeleted(ResourceId id, HasMetadata object) {
                usual.onDeleted(id, object);
            }
        };
    }

    public ApiServer api() {
        return api;
    }

    public Engine engine() {
        return engine;
    }

    public Instant now() {
        return engine.now();
    }

    /// Has the creation of such objects refused.
    public void refuse(Predicate<HasMetadata> which) {
        refused = which;
    }

    public void pass(Duration duration) {
        engine.runUntil(engine.nowNanos() + duration.toNanos());
    }

    /// Lets the controllers do what is due now.
    public void settle() {
        pass(Duration.ofMillis(900));
    }

    public List<Pod> pods() {
        return all(Kinds.POD, Pod.class);
    }

    public List<ReplicaSet> sets() {
        return all(Kinds.REPLICA_SET, ReplicaSet.class);
    }

    public Deployment deployment() {
        return all(Kinds.DEPLOYMENT, Deployment.class).getFirst();
    }

    /// What was told of objects of `kind`, as `reason: message`, in order of their names.
    public List<String> events(String kind) {
        return all(Kinds.EVENT, Event.class).stream()
                .filter(event -> event.getInvolvedObject().getKind().equals(kind))
                .map(event -> event.getReason() + ": " + event.getMessage())
                .toList();
    }

    private <T> List<T> all(ResourceKind kind, Class<T> type) {
        return api.list(Query.in(kind, "default")).stream().map(type::cast).toList();
    }

    /// The Pod runs on `node` and is ready.
    public void ready(Pod pod, String node) {
        if (pod.getSpec().getNodeName() == null) {
            api.bind(ResourceId.of(pod), node);
        }
        status(pod, "Running", true);
    }

    /// Every Pod that is not being deleted runs and is ready.
    public void readyAll() {
        pods().stream().filter(pod -> !Owners.isDeleting(pod)).forEach(pod -> ready(pod, "node-1"));
    }

    public void status(Pod pod, String phase, boolean ready) {
        Pod now = (Pod) api.get(ResourceId.of(pod)).orElseThrow();
        if (Pods.isReady(now) == ready && phase.equals(Pods.phase(now))) {
            return;
        }
        api.replaceStatus(new PodBuilder(now)
                .editOrNewStatus()
                .withPhase(phase)
                .withStartTime(
                        now.getStatus().getStartTime() == null
                                ? Times.seconds(engine.now())
                                : now.getStatus().getStartTime())
                .removeMatchingFromConditions(c -> "Ready".equals(c.getType()))
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready ? "True" : "False")
                .withLastTransitionTime(Times.seconds(engine.now()))
                .endCondition()
                .endStatus()
                .build());
    }

    /// A template of Pods with the label `app=web`.
    public static PodTemplateSpec template(String image) {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("c")
                .withImage(image)
                .endContainer()
                .endSpec()
                .build();
    }

    @Override
    public void close() {
        api.close();
    }
}
