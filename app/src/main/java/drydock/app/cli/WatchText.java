package drydock.app.cli;

import drydock.app.observe.EventTime;
import drydock.app.text.Messages;
import drydock.model.cluster.ClusterEvent;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the events of a cluster say, a line for each that changes what can be said.
///
/// A line is `+`, `~` or `-` for added, changed and gone; the object; and how it stands.
final class WatchText implements WatchLines {

    private final Messages messages = Messages.of(WatchText.class);
    private final Map<ResourceId, String> last = new HashMap<>();

    /// None if the object stands as it stood.
    @Override
    public List<String> lines(ClusterEvent event, Instant at) {
        return switch (event) {
            case ClusterEvent.Added(Event said) -> said(said);
            case ClusterEvent.Modified(Event said) -> said(said);
            case ClusterEvent.Deleted(Event _) -> List.of();
            case ClusterEvent.Added(HasMetadata object) -> changed("+", object);
            case ClusterEvent.Modified(HasMetadata object) -> changed("~", object);
            case ClusterEvent.Deleted(HasMetadata object) -> {
                last.remove(ResourceId.of(object));
                yield List.of("- " + name(object));
            }
            case ClusterEvent.Synced _ -> List.of();
            case ClusterEvent.Interrupted(var kind, var _, var message) ->
                List.of("! " + kind.plural() + ": " + message);
            case ClusterEvent.Resumed(var kind) -> List.of("! " + messages.get("watch.resumed", kind.plural()));
            case ClusterEvent.Refused(var kind, var code, var message) ->
                List.of("! " + kind.plural() + ": " + code + " " + message);
        };
    }

    private List<String> changed(String sign, HasMetadata object) {
        String state = state(object);
        boolean same = state.equals(last.put(ResourceId.of(object), state)) && sign.equals("~");
        return same ? List.of() : List.of((sign + " " + name(object) + "  " + state).stripTrailing());
    }

    /// What the cluster says of one of its objects: `*` for a warning, `.` for the rest.
    private static List<String> said(Event event) {
        String about = EventTime.object(event).map(WatchText::name).orElse("");
        int count = event.getCount() == null ? 1 : event.getCount();
        return List.of(("Warning".equals(event.getType()) ? "* " : ". ") + about + "  " + event.getReason() + ": "
                + text(event.getMessage()).replace('\n', ' ') + (count > 1 ? " (×" + count + ")" : ""));
    }

    private static String name(ResourceId id) {
        return id.kind() + " " + (id.namespace().isEmpty() ? "" : id.namespace() + "/") + id.name();
    }

    private static String name(HasMetadata object) {
        return name(ResourceId.of(object));
    }

    private String state(HasMetadata object) {
        return switch (object) {
            case Pod pod -> {
                boolean leaving = pod.getMetadata().getDeletionTimestamp() != null;
                String node = pod.getSpec().getNodeName();
                int restarts = pod.getStatus().getContainerStatuses().stream()
                        .mapToInt(container -> container.getRestartCount())
                        .sum();
                yield (leaving ? "Terminating" : text(pod.getStatus().getPhase()))
                        + " ready=" + ready(pod)
                        + (restarts == 0 ? "" : " restarts=" + restarts)
                        + waiting(pod)
                        + (node == null ? "" : " node=" + node);
            }
            case ReplicationController rc ->
                replicas(rc.getStatus().getReadyReplicas(), rc.getSpec().getReplicas());
            case ReplicaSet set ->
                replicas(set.getStatus().getReadyReplicas(), set.getSpec().getReplicas());
            case Deployment deployment ->
                replicas(
                        deployment.getStatus().getReadyReplicas(),
                        deployment.getSpec().getReplicas());
            case StatefulSet set ->
                replicas(set.getStatus().getReadyReplicas(), set.getSpec().getReplicas());
            case DaemonSet set ->
                replicas(set.getStatus().getNumberReady(), set.getStatus().getDesiredNumberScheduled());
            case Job job ->
                replicas(job.getStatus().getSucceeded(), job.getSpec().getCompletions());
            case PersistentVolumeClaim claim -> text(claim.getStatus().getPhase());
            case Service service ->
                text(service.getSpec().getType()) + " " + text(service.getSpec().getClusterIP());
            case Endpoints endpoints ->
                "endpoints="
                        + endpoints.getSubsets().stream()
                                .mapToInt(s -> s.getAddresses().size())
                                .sum();
            case EndpointSlice slice ->
                "endpoints="
                        + Objects.requireNonNullElse(slice.getEndpoints(), List.<Endpoint>of()).stream()
                                .filter(e -> e.getConditions() == null
                                        || !Boolean.FALSE.equals(
                                                e.getConditions().getReady()))
                                .count();
            case Node node ->
                node.getStatus().getConditions().stream()
                        .filter(c -> "Ready".equals(c.getType()))
                        .map(c -> "Ready=" + c.getStatus())
                        .findFirst()
                        .orElse("");
            default -> "";
        };
    }

    /// Why a container does not run, as `ImagePullBackOff`.
    private static String waiting(Pod pod) {
        return pod.getStatus().getContainerStatuses().stream()
                .filter(container -> container.getState() != null
                        && container.getState().getWaiting() != null
                        && container.getState().getWaiting().getReason() != null)
                .map(container -> " " + container.getState().getWaiting().getReason())
                .findFirst()
                .orElse("");
    }

    private static String ready(Pod pod) {
        return pod.getStatus().getConditions().stream()
                .filter(c -> "Ready".equals(c.getType()))
                .map(c -> c.getStatus())
                .findFirst()
                .orElse("False");
    }

    private String replicas(@Nullable Integer ready, @Nullable Integer wanted) {
        return messages.get(
                "watch.replicas", Objects.requireNonNullElse(ready, 0), Objects.requireNonNullElse(wanted, 1));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
