package drydock.app.logs;

import drydock.app.observe.Observed;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The Pods of an object, as a cluster is known to hold them: a Pod itself, those that a Service selects, and
/// those that a workload owns, be it through others.
public final class PodsOf {

    private static final int MOST_OWNERS = 4;
    private static final Set<String> WITH_PODS = Set.of(
            "Pod",
            "Service",
            "Deployment",
            "ReplicaSet",
            "ReplicationController",
            "StatefulSet",
            "DaemonSet",
            "Job",
            "CronJob");

    private PodsOf() {}

    /// Whether it is of a kind that has Pods.
    public static boolean mayHave(ResourceId object) {
        return WITH_PODS.contains(object.kind());
    }

    public static List<Pod> of(Observed observed, ResourceId object) {
        if (object.kind().equals(Kinds.POD.kind())) {
            return observed.find(object).map(Pod.class::cast).stream().toList();
        }
        Optional<HasMetadata> found = observed.find(object);
        Optional<LabelSelector> selector = found.filter(Service.class::isInstance)
                .map(service -> ((Service) service).getSpec())
                .map(spec -> LabelSelector.ofService(spec.getSelector()));
        return observed.objects().stream()
                .filter(Pod.class::isInstance)
                .map(Pod.class::cast)
                .filter(pod -> object.namespace().equals(pod.getMetadata().getNamespace()))
                .filter(pod -> selector.isPresent() ? selector.get().matches(pod) : isOf(observed, pod, object))
                .toList();
    }

    private static boolean isOf(Observed observed, Pod pod, ResourceId object) {
        HasMetadata each = pod;
        for (int i = 0; i < MOST_OWNERS; i++) {
            Optional<ResourceId> owner = owner(each, object.namespace());
            if (owner.isEmpty()) {
                return false;
            }
            if (owner.get().equals(object)) {
                return true;
            }
            Optional<HasMetadata> next = observed.find(owner.get());
            if (next.isEmpty()) {
                return false;
            }
            each = next.get();
        }
        return false;
    }

    private static Optional<ResourceId> owner(HasMetadata object, String namespace) {
        return Optional.ofNullable(object.getMetadata().getOwnerReferences()).stream()
                .flatMap(List::stream)
                .filter(reference -> Boolean.TRUE.equals(reference.getController()))
                .findFirst()
                .flatMap(reference -> ResourceId.of(reference, namespace));
    }
}
