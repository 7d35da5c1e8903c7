package drydock.sim.controller.deployment;

import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.controller.SharedInformers;
import drydock.sim.controller.WorkQueue;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import drydock.sim.store.Shape;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rolls Deployments out (`pkg/controller/deployment/deployment_controller.go`).
public final class DeploymentController {

    private final ApiServer api;
    private final Informer<Deployment> deployments;
    private final Informer<ReplicaSet> sets;
    private final Informer<Pod> pods;
    private final DeploymentSync sync;
    private final WorkQueue queue;

    private DeploymentController(Engine engine, ApiServer server, SharedInformers informers) {
        api = server.as("deployment-controller");
        queue = new WorkQueue(engine, api, "deployment-controller", (key, done) -> {
            look(key);
            done.run();
        });
        deployments = new Informer<>(
                        api,
                        Kinds.DEPLOYMENT,
                        Deployment.class,
                        d -> List.of("namespace/" + d.getMetadata().getNamespace()))
                .on(this::deploymentChanged);
        sets = new Informer<>(api, Kinds.REPLICA_SET, ReplicaSet.class, s -> List.of(Owners.indexKey(s)))
                .on(this::setChanged);
        pods = informers.pods().on(this::podChanged);
        sync = new DeploymentSync(api, pods);
    }

    public static void start(Engine engine, ApiServer server, SharedInformers informers) {
        var _ = new DeploymentController(engine, server, informers);
    }

    private void deploymentChanged(@Nullable Deployment before, @Nullable Deployment after) {
        if (after != null) {
            queue.add(ResourceId.of(after));
        }
    }

    private void setChanged(@Nullable ReplicaSet before, @Nullable ReplicaSet after) {
        if (before != null) {
            owner(before).ifPresent(queue::add);
        }
        if (after == null) {
            return;
        }
        Optional<ResourceId> owner = owner(after);
        owner.ifPresent(queue::add);
        if (Owners.controller(after).isEmpty()) {
            deployments.of("namespace/" + after.getMetadata().getNamespace()).stream()
                    .filter(d -> LabelSelector.of(d.getSpec().getSelector()).matches(after))
                    .forEach(d -> queue.add(ResourceId.of(d)));
        }
    }

    /// One that replaces all Pods at once waits for the last old one to go.
    private void podChanged(@Nullable Pod before, @Nullable Pod after) {
        if (after != null || before == null) {
            return;
        }
        Owners.controller(before)
                .filter(o -> o.getKind().equals(Kinds.REPLICA_SET.kind()))
                .flatMap(o -> Owners.id(o, before.getMetadata().getNamespace()))
                .flatMap(sets::get)
                .flatMap(DeploymentController::owner)
                .flatMap(deployments::get)
                .filter(d -> new Wish(d).isRecreate())
                .ifPresent(d -> queue.add(ResourceId.of(d)));
    }

    private static Optional<ResourceId> owner(ReplicaSet set) {
        return Owners.controller(set)
                .filter(o -> o.getKind().equals(Kinds.DEPLOYMENT.kind()))
                .flatMap(o -> Owners.id(o, set.getMetadata().getNamespace()));
    }

    private void look(ResourceId key) {
        Optional<Deployment> found = deployments.get(key);
        if (found.isEmpty()) {
            return;
        }
        Deployment deployment = found.get();
        if (choosesAll(deployment)) {
            api.record(
                    deployment,
                    "Warning",
                    "SelectingAll",
                    "This deployment is selecting all pods. A non-empty selector is required.",
                    "");
            return;
        }
        // a second more, as the controller does, for times are kept in whole seconds
        sync.sync(deployment, claimed(deployment))
                .map(left -> left.plus(Duration.ofSeconds(1)))
                .map(left -> left.isNegative() ? Duration.ofSeconds(1) : left)
                .ifPresent(left -> queue.addAfter(key, left));
    }

    private static boolean choosesAll(Deployment deployment) {
        io.fabric8.kubernetes.api.model.LabelSelector selector =
                deployment.getSpec().getSelector();
        return selector == null
                || (selector.getMatchExpressions().isEmpty()
                        && (selector.getMatchLabels() == null
                                || selector.getMatchLabels().isEmpty()));
    }

    /// Its ReplicaSets, after those that match were adopted and those that match no more were let go
    /// (`controller_ref_manager.go ReplicaSetControllerRefManager`).
    private List<ReplicaSet> claimed(Deployment deployment) {
        LabelSelector selector = LabelSelector.of(deployment.getSpec().getSelector());
        String uid = deployment.getMetadata().getUid();
        boolean going = Owners.isDeleting(deployment);
        List<ReplicaSet> claimed = new ArrayList<>();
        for (ReplicaSet set : List.copyOf(sets.of(Owners.key(uid)))) {
            if (selector.matches(set)) {
                claimed.add(set);
            } else if (!going) {
                List<OwnerReference> owners = new ArrayList<>(Owners.all(set));
                owners.removeIf(o -> o.getUid().equals(uid));
                withOwners(set, owners);
            }
        }
        String namespace = deployment.getMetadata().getNamespace();
        for (ReplicaSet set : List.copyOf(sets.of(Owners.orphans(namespace)))) {
            if (!going && !Owners.isDeleting(set) && selector.matches(set) && isStillThere(deployment)) {
                List<OwnerReference> owners = new ArrayList<>(Owners.all(set));
                owners.add(Owners.controlledBy(deployment));
                claimed.add(withOwners(set, owners));
            }
        }
        return claimed;
    }

    private boolean isStillThere(Deployment deployment) {
        return api.get(ResourceId.of(deployment))
                .filter(now -> now.getMetadata()
                        .getUid()
                        .equals(deployment.getMetadata().getUid()))
                .filter(now -> !Owners.isDeleting(now))
                .isPresent();
    }

    private ReplicaSet withOwners(ReplicaSet set, List<OwnerReference> owners) {
        ObjectMeta metadata = Shape.copy(set.getMetadata());
        metadata.setOwnerReferences(owners);
        return (ReplicaSet) api.replace(Shape.withMetadata(set, metadata));
    }
}
