package drydock.model.connect;

import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.topology.PodSelectors;
import drydock.model.topology.PodTemplates;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the selector of one object matches, and whose selectors match its Pods.
///
/// @param selector the object's selector, if its kind has one
/// @param selected the Pods and the workloads whose Pods the object selects; its own template is not among them
/// @param pods how many Pods these and its own template will be, as far as the manifests say
/// @param foreign of a workload's selector: other workloads whose Pods it would take for its own
/// @param selectedBy the Services, policies, budgets and foreign workloads that select the object's Pods
public record Matches(
        Optional<LabelSelector> selector,
        List<ResourceId> selected,
        int pods,
        List<ResourceId> foreign,
        List<ResourceId> selectedBy) {

    public Matches {
        selected = List.copyOf(selected);
        foreign = List.copyOf(foreign);
        selectedBy = List.copyOf(selectedBy);
    }

    /// What concerns the object called `id`, in time that grows with the number of objects.
    public static Matches of(Collection<? extends HasMetadata> objects, ResourceId id) {
        Optional<? extends HasMetadata> object = objects.stream()
                .filter(o -> o.getMetadata() != null && ResourceId.of(o).equals(id))
                .findFirst();
        Optional<LabelSelector> selector = object.flatMap(PodSelectors::of);
        Optional<Map<String, String>> labels = object.flatMap(Matches::labels);
        boolean workload = object.flatMap(PodTemplates::of).isPresent();
        List<ResourceId> selected = new ArrayList<>();
        List<ResourceId> selectedBy = new ArrayList<>();
        int pods = object.filter(_ -> workload && matches(selector, labels))
                .map(Matches::planned)
                .orElse(0);
        for (HasMetadata other : objects) {
            if (other.getMetadata() == null || !isNear(other, id)) {
                continue;
            }
            ResourceId otherId = ResourceId.of(other);
            if (otherId.equals(id)) {
                continue;
            }
            if (matches(selector, labels(other))) {
                selected.add(otherId);
                pods += planned(other);
            }
            if (matches(PodSelectors.of(other), labels)) {
                selectedBy.add(otherId);
            }
        }
        List<ResourceId> foreign = workload
                ? selected.stream().filter(o -> !o.kind().equals("Pod")).toList()
                : List.of();
        return new Matches(selector, selected, pods, foreign, selectedBy);
    }

    private static boolean isNear(HasMetadata other, ResourceId id) {
        String namespace = other.getMetadata().getNamespace();
        return (namespace == null ? ResourceId.DEFAULT_NAMESPACE : namespace).equals(id.namespace());
    }

    private static boolean matches(Optional<LabelSelector> selector, Optional<Map<String, String>> labels) {
        return selector.isPresent() && labels.isPresent() && selector.get().matches(labels.get());
    }

    /// The labels of the Pods that an object is or makes.
    private static Optional<Map<String, String>> labels(HasMetadata object) {
        if (object instanceof Pod pod) {
            Map<String, String> labels = pod.getMetadata().getLabels();
            return Optional.of(labels == null ? Map.of() : labels);
        }
        return PodTemplates.of(object).map(PodTemplates::labels);
    }

    private static int planned(HasMetadata object) {
        return switch (object) {
            case Deployment d when d.getSpec() != null -> or1(d.getSpec().getReplicas());
            case ReplicaSet r when r.getSpec() != null -> or1(r.getSpec().getReplicas());
            case StatefulSet s when s.getSpec() != null -> or1(s.getSpec().getReplicas());
            case ReplicationController r
            when r.getSpec() != null -> or1(r.getSpec().getReplicas());
            default -> 1;
        };
    }

    private static int or1(@Nullable Integer replicas) {
        return replicas == null ? 1 : replicas;
    }
}
