package drydock.app.act;

import drydock.app.observe.Observed;
import drydock.app.text.Messages;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What follows when an object is changed or deleted, as far as the cluster is known.
///
/// @param observed what is known of it
record Consequences(Observed observed) {

    private static final Messages MESSAGES = Messages.of(Consequences.class);

    /// The objects that go with one that is deleted: what it owns, and what that owns; all that is in a namespace.
    List<HasMetadata> with(HasMetadata object) {
        if (object instanceof Namespace namespace) {
            String name = namespace.getMetadata().getName();
            return observed.objects().stream()
                    .filter(other -> name.equals(other.getMetadata().getNamespace()))
                    .toList();
        }
        return owned(object);
    }

    private List<HasMetadata> owned(HasMetadata object) {
        Map<String, List<HasMetadata>> byOwner = byOwner(observed.objects());
        List<HasMetadata> owned = new ArrayList<>();
        Deque<HasMetadata> left = new ArrayDeque<>(List.of(object));
        while (!left.isEmpty()) {
            // an owner that is not alone leaves its objects to the others
            for (HasMetadata each : byOwner.getOrDefault(
                    Objects.toString(left.remove().getMetadata().getUid(), "?"), List.of())) {
                if (!owned.contains(each)) {
                    owned.add(each);
                    left.add(each);
                }
            }
        }
        return owned;
    }

    private static Map<String, List<HasMetadata>> byOwner(Collection<HasMetadata> objects) {
        Map<String, List<HasMetadata>> byOwner = new HashMap<>();
        objects.forEach(object -> {
            List<OwnerReference> owners = owners(object);
            if (owners.size() == 1) {
                byOwner.computeIfAbsent(owners.getFirst().getUid(), _ -> new ArrayList<>())
                        .add(object);
            }
        });
        return byOwner;
    }

    private static List<OwnerReference> owners(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getOwnerReferences(), List.of());
    }

    /// How many there are of each kind, as `3 × Pod`.
    static String counted(Collection<HasMetadata> objects) {
        Map<String, Integer> counts = new TreeMap<>();
        objects.forEach(object -> counts.merge(object.getKind(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> MESSAGES.get("act.count", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(MESSAGES.get("act.count.between")));
    }

    /// What is to be thought of before it is deleted.
    ///
    /// @param going all that goes with it, or beside it: what goes makes nothing again
    List<String> warningsOfDeleting(HasMetadata object, Collection<HasMetadata> going) {
        List<String> warnings = new ArrayList<>();
        controller(object)
                .filter(owner -> going.stream()
                        .noneMatch(other ->
                                owner.getUid().equals(other.getMetadata().getUid())))
                .ifPresent(owner ->
                        warnings.add(MESSAGES.get("act.delete.again", owner.getKind() + " " + owner.getName())));
        List<String> finalizers =
                Objects.requireNonNullElse(object.getMetadata().getFinalizers(), List.of());
        if (!finalizers.isEmpty()) {
            warnings.add(MESSAGES.get("act.delete.finalizers", String.join(", ", finalizers)));
        }
        switch (object) {
            case PersistentVolumeClaim claim -> data(claim).ifPresent(warnings::add);
            case PersistentVolume _ -> warnings.add(MESSAGES.get("act.delete.volume"));
            case StatefulSet _ -> warnings.add(MESSAGES.get("act.delete.claims"));
            case Node node -> warnings.add(MESSAGES.get("act.delete.node", podsOn(node)));
            default -> {
                // nothing more is known of it
            }
        }
        return warnings;
    }

    private Optional<String> data(PersistentVolumeClaim claim) {
        String volume = claim.getSpec() == null ? null : claim.getSpec().getVolumeName();
        return Optional.ofNullable(volume)
                .flatMap(name -> observed.find(ResourceId.of(Kinds.PERSISTENT_VOLUME, "", name)))
                .filter(found -> found instanceof PersistentVolume there
                        && "Delete".equals(there.getSpec().getPersistentVolumeReclaimPolicy()))
                .map(found ->
                        MESSAGES.get("act.delete.data", found.getMetadata().getName()));
    }

    /// What is to be thought of before it is scaled: who sets the number otherwise.
    List<String> warningsOfScaling(HasMetadata object) {
        List<String> warnings = new ArrayList<>();
        ResourceId id = ResourceId.of(object);
        observed.objects().stream()
                .filter(HorizontalPodAutoscaler.class::isInstance)
                .map(HorizontalPodAutoscaler.class::cast)
                .filter(scaler -> id.namespace().equals(scaler.getMetadata().getNamespace())
                        && id.kind().equals(scaler.getSpec().getScaleTargetRef().getKind())
                        && id.name().equals(scaler.getSpec().getScaleTargetRef().getName()))
                .forEach(scaler -> warnings.add(MESSAGES.get(
                        "act.scale.autoscaler",
                        scaler.getMetadata().getName(),
                        Objects.requireNonNullElse(scaler.getSpec().getMinReplicas(), 1),
                        scaler.getSpec().getMaxReplicas())));
        controller(object)
                .ifPresent(owner ->
                        warnings.add(MESSAGES.get("act.scale.owner", owner.getKind() + " " + owner.getName())));
        return warnings;
    }

    private static Optional<OwnerReference> controller(HasMetadata object) {
        return owners(object).stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .findFirst();
    }

    /// How many Pods are on a node.
    int podsOn(Node node) {
        return (int) observed.objects().stream()
                .filter(object -> object instanceof Pod pod
                        && pod.getSpec() != null
                        && node.getMetadata().getName().equals(pod.getSpec().getNodeName()))
                .count();
    }
}
