package drydock.model.topology;

import static drydock.model.topology.PodReferences.each;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.model.topology.Edge.Trait;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What objects say of others by name, except for owners.
public final class ObjectReferences {

    private static final String SERVICE_NAME = "kubernetes.io/service-name";

    private final Consumer<Edge> edges;

    private ObjectReferences(Consumer<Edge> edges) {
        this.edges = edges;
    }

    /// What the object called `id` says of others, whether they are there or not.
    public static List<Edge> of(ResourceId id, HasMetadata object) {
        List<Edge> edges = new ArrayList<>();
        PodTemplates.podSpec(object)
                .ifPresent(spec -> new PodReferences(id, !(object instanceof Pod), edges::add).read(spec));
        new ObjectReferences(edges::add).read(id, object);
        return edges;
    }

    private void read(ResourceId id, HasMetadata object) {
        switch (object) {
            case Pod pod
            when pod.getSpec() != null ->
                refer(id, Relation.RUNS_ON, Kinds.NODE, pod.getSpec().getNodeName());
            case Ingress ingress when ingress.getSpec() != null -> ingress(id, ingress);
            case Endpoints endpoints -> endpoints(id, endpoints);
            case EndpointSlice slice -> slice(id, slice);
            case PersistentVolumeClaim claim
            when claim.getSpec() != null -> {
                refer(
                        id,
                        Relation.CLAIMS,
                        Kinds.PERSISTENT_VOLUME,
                        claim.getSpec().getVolumeName());
                refer(id, Relation.REFERS, Kinds.STORAGE_CLASS, claim.getSpec().getStorageClassName());
            }
            case StatefulSet set
            when set.getSpec() != null ->
                refer(id, Relation.REFERS, Kinds.SERVICE, set.getSpec().getServiceName());
            case RoleBinding binding -> bind(id, binding.getRoleRef(), binding.getSubjects());
            case ClusterRoleBinding binding -> bind(id, binding.getRoleRef(), binding.getSubjects());
            case PersistentVolume volume when volume.getSpec() != null -> volume(id, volume);
            case HorizontalPodAutoscaler hpa
            when hpa.getSpec() != null && hpa.getSpec().getScaleTargetRef() != null -> {
                var target = hpa.getSpec().getScaleTargetRef();
                scales(id, target.getApiVersion(), target.getKind(), target.getName());
            }
            case io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscaler hpa
            when hpa.getSpec() != null && hpa.getSpec().getScaleTargetRef() != null -> {
                var target = hpa.getSpec().getScaleTargetRef();
                scales(id, target.getApiVersion(), target.getKind(), target.getName());
            }
            default -> {}
        }
    }

    private void bind(ResourceId id, @Nullable RoleRef role, @Nullable List<Subject> subjects) {
        if (role != null) {
            ResourceKind kind = "ClusterRole".equals(role.getKind()) ? Kinds.CLUSTER_ROLE : Kinds.ROLE;
            refer(id, Relation.REFERS, kind, role.getName());
        }
        for (Subject subject : each(subjects)) {
            if ("ServiceAccount".equals(subject.getKind()) && subject.getName() != null) {
                String namespace = subject.getNamespace() == null ? id.namespace() : subject.getNamespace();
                ResourceId account = ResourceId.of(Kinds.SERVICE_ACCOUNT, namespace, subject.getName());
                edges.accept(Edge.of(id, Relation.REFERS, account));
            }
        }
    }

    private void ingress(ResourceId id, Ingress ingress) {
        refer(id, Relation.REFERS, Kinds.INGRESS_CLASS, ingress.getSpec().getIngressClassName());
        each(ingress.getSpec().getTls()).forEach(tls -> refer(id, Relation.REFERS, Kinds.SECRET, tls.getSecretName()));
        backend(id, ingress.getSpec().getDefaultBackend());
        for (var rule : each(ingress.getSpec().getRules())) {
            if (rule.getHttp() != null) {
                each(rule.getHttp().getPaths()).forEach(path -> backend(id, path.getBackend()));
            }
        }
    }

    private void backend(ResourceId id, @Nullable IngressBackend backend) {
        if (backend != null && backend.getService() != null) {
            refer(id, Relation.ROUTES, Kinds.SERVICE, backend.getService().getName());
        }
    }

    private void endpoints(ResourceId id, Endpoints endpoints) {
        edges.accept(Edge.of(ResourceId.of(Kinds.SERVICE, id.namespace(), id.name()), Relation.ROUTES, id));
        for (var subset : each(endpoints.getSubsets())) {
            for (EndpointAddress address : each(subset.getAddresses())) {
                address(id, address.getTargetRef(), true);
            }
            for (EndpointAddress address : each(subset.getNotReadyAddresses())) {
                address(id, address.getTargetRef(), false);
            }
        }
    }

    private void slice(ResourceId id, EndpointSlice slice) {
        var labels = slice.getMetadata().getLabels();
        String service = labels == null ? null : labels.get(SERVICE_NAME);
        if (service != null) {
            edges.accept(Edge.of(ResourceId.of(Kinds.SERVICE, id.namespace(), service), Relation.ROUTES, id));
        }
        for (Endpoint endpoint : each(slice.getEndpoints())) {
            var conditions = endpoint.getConditions();
            boolean ready = conditions == null || !Boolean.FALSE.equals(conditions.getReady());
            address(id, endpoint.getTargetRef(), ready);
        }
    }

    private void address(ResourceId id, @Nullable ObjectReference target, boolean ready) {
        if (target != null && "Pod".equals(target.getKind()) && target.getName() != null) {
            String namespace = target.getNamespace() == null ? id.namespace() : target.getNamespace();
            ResourceId pod = ResourceId.of(Kinds.POD, namespace, target.getName());
            edges.accept(ready ? Edge.of(id, Relation.ROUTES, pod, Trait.READY) : Edge.of(id, Relation.ROUTES, pod));
        }
    }

    /// A volume that is kept for a claim, though the claim may not name it yet.
    private void volume(ResourceId id, PersistentVolume volume) {
        ObjectReference claim = volume.getSpec().getClaimRef();
        if (claim != null && claim.getName() != null && claim.getNamespace() != null) {
            ResourceId from = ResourceId.of(Kinds.PERSISTENT_VOLUME_CLAIM, claim.getNamespace(), claim.getName());
            edges.accept(Edge.of(from, Relation.CLAIMS, id));
        }
        refer(id, Relation.REFERS, Kinds.STORAGE_CLASS, volume.getSpec().getStorageClassName());
    }

    private void scales(ResourceId id, @Nullable String apiVersion, @Nullable String kind, @Nullable String name) {
        Kinds.named(apiVersion == null ? "v1" : apiVersion, kind)
                .ifPresent(target -> refer(id, Relation.SCALES, target, name));
    }

    private void refer(ResourceId from, Relation relation, ResourceKind kind, @Nullable String name) {
        if (name != null && !name.isEmpty()) {
            edges.accept(Edge.of(from, relation, ResourceId.of(kind, from.namespace(), name)));
        }
    }
}
