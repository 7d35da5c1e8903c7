package drydock.sim.scheduler;

import drydock.model.resource.Kinds;
import drydock.model.resource.LabelRequirement;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.storage.CSINode;
import io.fabric8.kubernetes.api.model.storage.CSINodeDriver;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the scheduler knows of the cluster beside nodes and Pods, from its watches.
final class ClusterObjects implements Namespaces {

    private static final ResourceKind CSI_NODES =
            Kinds.find("storage.k8s.io", "CSINode").orElseThrow();

    /// As many answers as this are remembered.
    private static final int MOST = 4_096;

    /// What Pods that do the same have in common.
    private record Kin(LabelSet labels, String ownerKind, String ownerName) {}

    private final Informer<Namespace> namespaces;
    private final Informer<Service> services;
    private final Informer<ReplicationController> controllers;
    private final Informer<ReplicaSet> replicaSets;
    private final Informer<StatefulSet> statefulSets;
    private final Informer<PersistentVolume> volumes;
    private final Informer<PersistentVolumeClaim> claims;
    private final Informer<StorageClass> classes;
    private final Informer<CSINode> drivers;
    private final Informer<PodDisruptionBudget> budgets;
    private final Map<Kin, Optional<LabelSelector>> alike = new HashMap<>();

    /// @param changed is told what has happened
    ClusterObjects(ApiServer api, Consumer<ClusterChange> changed) {
        namespaces = new Informer<>(api, Kinds.NAMESPACE, Namespace.class)
                .on((_, _) -> changed.accept(new ClusterChange.OfNamespace()));
        services = new Informer<>(api, Kinds.SERVICE, Service.class, ClusterObjects::serviceKeys)
                .on((before, after) -> selectorSeen(selector(before), selector(after)));
        controllers = new Informer<>(api, Kinds.REPLICATION_CONTROLLER, ReplicationController.class)
                .on((before, after) -> selectorSeen(
                        before == null ? null : before.getSpec().getSelector(),
                        after == null ? null : after.getSpec().getSelector()));
        replicaSets = new Informer<>(api, Kinds.REPLICA_SET, ReplicaSet.class)
                .on((before, after) -> selectorSeen(
                        before == null ? null : before.getSpec().getSelector(),
                        after == null ? null : after.getSpec().getSelector()));
        statefulSets = new Informer<>(api, Kinds.STATEFUL_SET, StatefulSet.class)
                .on((before, after) -> selectorSeen(
                        before == null ? null : before.getSpec().getSelector(),
                        after == null ? null : after.getSpec().getSelector()));
        volumes = new Informer<>(api, Kinds.PERSISTENT_VOLUME, PersistentVolume.class)
                .on((_, after) -> changed.accept(new ClusterChange.OfVolume(after != null)));
        claims = new Informer<>(api, Kinds.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class)
                .on((before, after) -> changed.accept(new ClusterChange.OfClaim(before, after)));
        classes = new Informer<>(api, Kinds.STORAGE_CLASS, StorageClass.class)
                .on((before, after) -> changed.accept(new ClusterChange.OfClass(before, after)));
        drivers = new Informer<>(api, CSI_NODES, CSINode.class)
                .on((before, _) -> changed.accept(new ClusterChange.OfDrivers(before == null)));
        budgets = new Informer<>(
                api,
                Kinds.POD_DISRUPTION_BUDGET,
                PodDisruptionBudget.class,
                b -> List.of(b.getMetadata().getNamespace()));
    }

    private static @Nullable Object selector(@Nullable Service service) {
        return service == null || service.getSpec() == null
                ? null
                : service.getSpec().getSelector();
    }

    /// What was found out of Pods alike holds as long as nobody selects others.
    private void selectorSeen(@Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            alike.clear();
        }
    }

    /// A Service is found by each label that it selects, with its namespace.
    private static List<String> serviceKeys(Service service) {
        Map<String, String> selector = service.getSpec() == null
                ? Map.of()
                : Objects.requireNonNullElse(service.getSpec().getSelector(), Map.of());
        return selector.entrySet().stream()
                .map(e -> key(service.getMetadata().getNamespace(), e))
                .toList();
    }

    private static String key(String namespace, Map.Entry<String, String> label) {
        return namespace + "/" + label.getKey() + "=" + label.getValue();
    }

    @Override
    public Map<String, String> labelsOf(String name) {
        return namespaces
                .get(ResourceId.of(Kinds.NAMESPACE, "", name))
                .map(n -> Objects.requireNonNullElse(n.getMetadata().getLabels(), Map.<String, String>of()))
                .orElse(Map.of());
    }

    Optional<PersistentVolumeClaim> claim(String namespace, String name) {
        return claims.get(ResourceId.of(Kinds.PERSISTENT_VOLUME_CLAIM, namespace, name));
    }

    Optional<PersistentVolume> volume(String name) {
        return volumes.get(ResourceId.of(Kinds.PERSISTENT_VOLUME, "", name));
    }

    Collection<PersistentVolume> volumes() {
        return volumes.all();
    }

    Optional<StorageClass> storageClass(String name) {
        return classes.get(ResourceId.of(Kinds.STORAGE_CLASS, "", name));
    }

    /// Whether any node says what drivers it has.
    boolean hasDrivers() {
        return !drivers.all().isEmpty();
    }

    /// The drivers of the node called `node`.
    List<CSINodeDriver> drivers(String node) {
        return drivers.get(ResourceId.of(CSI_NODES, "", node))
                .map(n -> n.getSpec().getDrivers())
                .orElse(List.of());
    }

    Collection<PodDisruptionBudget> budgets(String namespace) {
        return budgets.of(namespace);
    }

    /// What chooses the Pods that do the same as `pod`: the selectors of the Services it is behind and of its owner
    /// together; empty if there are none (`plugins/helper/spread.go DefaultSelector`).
    Optional<LabelSelector> alike(PodInfo pod) {
        Optional<OwnerReference> owner = Owners.controller(pod.pod());
        Kin kin = new Kin(
                pod.labels(),
                owner.map(OwnerReference::getKind).orElse(""),
                owner.map(OwnerReference::getName).orElse(""));
        Optional<LabelSelector> known = alike.get(kin);
        if (known == null) {
            if (alike.size() > MOST) {
                alike.clear();
            }
            known = selected(pod, owner);
            alike.put(kin, known);
        }
        return known;
    }

    private Optional<LabelSelector> selected(PodInfo pod, Optional<OwnerReference> owner) {
        List<LabelRequirement> requirements = new ArrayList<>();
        for (Map.Entry<String, String> label : pod.labels().labels().entrySet()) {
            for (Service service : services.of(key(pod.namespace(), label))) {
                Map<String, String> selector = service.getSpec().getSelector();
                if (LabelSelector.isChosenByService(selector, pod.labels().labels())) {
                    requirements.addAll(LabelSelector.ofService(selector).requirements());
                }
            }
        }
        owner.flatMap(o -> selected(o, pod.namespace()))
                .ifPresent(selector -> requirements.addAll(selector.requirements()));
        return requirements.isEmpty()
                ? Optional.empty()
                : Optional.of(new LabelSelector(requirements.stream().distinct().toList(), false));
    }

    private Optional<LabelSelector> selected(OwnerReference owner, String namespace) {
        String name = owner.getName();
        return switch (owner.getKind()) {
            case "ReplicationController" ->
                controllers
                        .get(ResourceId.of(Kinds.REPLICATION_CONTROLLER, namespace, name))
                        .map(c -> LabelSelector.ofService(c.getSpec().getSelector()));
            case "ReplicaSet" ->
                replicaSets
                        .get(ResourceId.of(Kinds.REPLICA_SET, namespace, name))
                        .map(s -> LabelSelector.of(s.getSpec().getSelector()));
            case "StatefulSet" ->
                statefulSets
                        .get(ResourceId.of(Kinds.STATEFUL_SET, namespace, name))
                        .map(s -> LabelSelector.of(s.getSpec().getSelector()));
            default -> Optional.empty();
        };
    }
}
