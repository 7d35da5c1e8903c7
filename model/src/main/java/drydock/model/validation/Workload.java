package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceId;
import drydock.model.topology.PodTemplates;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A Pod, or an object that makes Pods of a template.
///
/// @param path where the object has the specification of its Pods
/// @param labels the labels of its Pods
/// @param containers those that run beside each other first, sidecars among them, then those that run before
public record Workload(
        ResourceId id,
        HasMetadata object,
        FieldPath path,
        PodSpec spec,
        Map<String, String> labels,
        List<Part> containers) {

    /// One of the containers.
    ///
    /// @param path where the object has it
    /// @param initial whether it runs before the others and has to end
    public record Part(FieldPath path, Container container, boolean initial) {}

    /// What `object` is as a workload; empty if it makes no Pods.
    static Optional<Workload> of(ResourceId id, HasMetadata object) {
        Optional<PodSpec> spec = PodTemplates.podSpec(object);
        if (spec.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> labels = object instanceof Pod
                ? labels(object.getMetadata().getLabels())
                : PodTemplates.of(object).map(PodTemplates::labels).orElse(Map.of());
        FieldPath path = template(object).map(t -> t.key("spec")).orElse(FieldPath.of("spec"));
        return Optional.of(new Workload(id, object, path, spec.get(), labels, parts(path, spec.get())));
    }

    private static Map<String, String> labels(@Nullable Map<String, String> labels) {
        return labels == null ? Map.of() : labels;
    }

    private static Optional<FieldPath> template(HasMetadata object) {
        return switch (object) {
            case Pod _ -> Optional.empty();
            case PodTemplate _ -> Optional.of(FieldPath.of("template"));
            case CronJob _ -> Optional.of(FieldPath.of("spec", "jobTemplate", "spec", "template"));
            default -> Optional.of(FieldPath.of("spec", "template"));
        };
    }

    private static List<Part> parts(FieldPath path, PodSpec spec) {
        List<Part> beside = new ArrayList<>();
        List<Part> before = new ArrayList<>();
        List<Container> containers = ProjectView.each(spec.getContainers());
        for (int i = 0; i < containers.size(); i++) {
            beside.add(new Part(path.key("containers").index(i), containers.get(i), false));
        }
        List<Container> initial = ProjectView.each(spec.getInitContainers());
        for (int i = 0; i < initial.size(); i++) {
            boolean sidecar = "Always".equals(initial.get(i).getRestartPolicy());
            Part part = new Part(path.key("initContainers").index(i), initial.get(i), !sidecar);
            (sidecar ? beside : before).add(part);
        }
        beside.addAll(before);
        return List.copyOf(beside);
    }

    /// The containers that run beside each other, sidecars among them.
    public List<Part> running() {
        return containers.stream().filter(p -> !p.initial()).toList();
    }

    /// Where the labels of its Pods are written.
    public FieldPath labelsPath() {
        return template(object).orElse(FieldPath.ROOT).key("metadata").key("labels");
    }

    /// How many Pods are wanted; empty where that is not written in one number, as of a DaemonSet or a Job.
    public OptionalInt replicas() {
        return switch (object) {
            case Pod _ -> OptionalInt.of(1);
            case Deployment d -> replicas(d.getSpec().getReplicas());
            case StatefulSet s -> replicas(s.getSpec().getReplicas());
            case ReplicaSet r -> replicas(r.getSpec().getReplicas());
            case ReplicationController r -> replicas(r.getSpec().getReplicas());
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt replicas(@Nullable Integer written) {
        return OptionalInt.of(written == null ? 1 : written);
    }

    /// Whether it keeps Pods running: neither a Pod by itself nor something that is done once.
    public boolean isController() {
        return object instanceof Deployment
                || object instanceof StatefulSet
                || object instanceof DaemonSet
                || object instanceof ReplicaSet
                || object instanceof ReplicationController;
    }

    /// Whether its Pods are to end by themselves.
    public boolean isJob() {
        return object instanceof Job || object instanceof CronJob;
    }
}
