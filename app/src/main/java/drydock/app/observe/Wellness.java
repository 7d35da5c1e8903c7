package drydock.app.observe;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.figure.PodState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which objects of a cluster are not well: broken, waiting, or on their way to somewhere.
final class Wellness {

    private static final Duration LATELY = Duration.ofMinutes(5);

    private final Instant now;
    private final Set<String> lostNodes = new HashSet<>();
    private final Set<ResourceId> answering = new HashSet<>();
    private final Set<ResourceId> warned;

    Wellness(Observed observed, Instant now) {
        this.now = now;
        this.warned = observed.warnedOf(now.minus(LATELY));
        for (HasMetadata object : observed.objects()) {
            switch (object) {
                case Node node
                when hasCondition(node, "Ready", "Unknown") ->
                    lostNodes.add(node.getMetadata().getName());
                case Endpoints endpoints
                when isAnswering(endpoints) ->
                    answering.add(service(
                            endpoints.getMetadata().getNamespace(),
                            endpoints.getMetadata().getName()));
                case EndpointSlice slice
                when slice.getMetadata().getLabels() != null && isAnswering(slice) ->
                    answering.add(service(
                            slice.getMetadata().getNamespace(),
                            Objects.requireNonNullElse(
                                    slice.getMetadata().getLabels().get("kubernetes.io/service-name"), "")));
                default -> {
                    // says nothing of others
                }
            }
        }
    }

    /// Whether an object is not well.
    boolean isTroubled(HasMetadata object) {
        return warned.contains(ResourceId.of(object))
                || object.getMetadata().getDeletionTimestamp() != null
                || switch (object) {
                    case Pod pod -> isTroubled(pod);
                    case Node node -> isTroubled(node);
                    case Deployment d ->
                        d.getStatus() == null
                                || lacks(
                                        d.getSpec().getReplicas(), d.getStatus().getReadyReplicas())
                                || lacks(
                                        d.getSpec().getReplicas(), d.getStatus().getUpdatedReplicas());
                    case ReplicaSet set ->
                        set.getStatus() == null
                                || lacks(
                                        set.getSpec().getReplicas(),
                                        set.getStatus().getReadyReplicas());
                    case StatefulSet set ->
                        set.getStatus() == null
                                || lacks(
                                        set.getSpec().getReplicas(),
                                        set.getStatus().getReadyReplicas());
                    case ReplicationController rc ->
                        rc.getStatus() == null
                                || lacks(
                                        rc.getSpec().getReplicas(),
                                        rc.getStatus().getReadyReplicas());
                    case DaemonSet set ->
                        set.getStatus() == null
                                || lacks(
                                        set.getStatus().getDesiredNumberScheduled(),
                                        set.getStatus().getNumberReady());
                    case Job job ->
                        job.getStatus() != null && orZero(job.getStatus().getFailed()) > 0;
                    case PersistentVolumeClaim claim ->
                        claim.getStatus() == null
                                || !"Bound".equals(claim.getStatus().getPhase());
                    case Service service -> isTroubled(service);
                    case Namespace namespace ->
                        namespace.getStatus() != null
                                && "Terminating".equals(namespace.getStatus().getPhase());
                    default -> false;
                };
    }

    private boolean isTroubled(Pod pod) {
        if (pod.getStatus() == null) {
            return true;
        }
        boolean lost = pod.getSpec() != null && lostNodes.contains(pod.getSpec().getNodeName());
        return switch (PodState.of(pod, now, lost)) {
            case PodState.Succeeded _ -> false;
            case PodState.Running(var _, var _, var ready) -> !ready || restartedLately(pod);
            case PodState.Unscheduled _,
                    PodState.Initializing _,
                    PodState.Creating _,
                    PodState.Failed _,
                    PodState.CrashLoopBackOff _,
                    PodState.ImagePullBackOff _,
                    PodState.Blocked _,
                    PodState.Unknown _,
                    PodState.Terminating _ -> true;
        };
    }

    private boolean restartedLately(Pod pod) {
        return orEmpty(pod.getStatus().getContainerStatuses()).stream()
                .map(ContainerStatus::getLastState)
                .filter(last -> last != null && last.getTerminated() != null)
                .map(last -> last.getTerminated().getFinishedAt())
                .anyMatch(this::isLately);
    }

    private boolean isLately(@Nullable String time) {
        try {
            return time != null && Instant.parse(time).isAfter(now.minus(LATELY));
        } catch (DateTimeParseException garbled) {
            return false;
        }
    }

    private static boolean isTroubled(Node node) {
        return !hasCondition(node, "Ready", "True")
                || Stream.of("MemoryPressure", "DiskPressure", "PIDPressure", "NetworkUnavailable")
                        .anyMatch(pressure -> hasCondition(node, pressure, "True"));
    }

    /// A Service that chooses Pods and reaches none.
    private boolean isTroubled(Service service) {
        return service.getSpec() != null
                && service.getSpec().getSelector() != null
                && !service.getSpec().getSelector().isEmpty()
                && !answering.contains(ResourceId.of(service));
    }

    private static boolean isAnswering(Endpoints endpoints) {
        return orEmpty(endpoints.getSubsets()).stream()
                .anyMatch(subset -> !orEmpty(subset.getAddresses()).isEmpty());
    }

    private static boolean isAnswering(EndpointSlice slice) {
        return orEmpty(slice.getEndpoints()).stream().anyMatch(Wellness::isReady);
    }

    private static boolean isReady(Endpoint endpoint) {
        return endpoint.getConditions() == null
                || !Boolean.FALSE.equals(endpoint.getConditions().getReady());
    }

    private static boolean hasCondition(Node node, String type, String status) {
        return node.getStatus() != null
                && orEmpty(node.getStatus().getConditions()).stream()
                        .anyMatch((NodeCondition condition) ->
                                type.equals(condition.getType()) && status.equals(condition.getStatus()));
    }

    private static ResourceId service(String namespace, String name) {
        return ResourceId.of(Kinds.SERVICE, namespace, name);
    }

    private static boolean lacks(@Nullable Integer wanted, @Nullable Integer there) {
        return orZero(there) < (wanted == null ? 1 : wanted);
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
