package drydock.app.comparison;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How an object stands, in the API's own words, as short as can be: `Running 1/1`, `3/5`.
final class Standing {

    private Standing() {}

    /// What is not said in a word or two is told by whether it is there: `•`.
    static String of(HasMetadata object) {
        return switch (object) {
            case Pod pod -> pod(pod.getStatus());
            case Deployment d
            when d.getStatus() != null ->
                ready(d.getStatus().getReadyReplicas(), d.getSpec().getReplicas()) + images(d);
            case ReplicaSet s
            when s.getStatus() != null ->
                ready(s.getStatus().getReadyReplicas(), s.getSpec().getReplicas());
            case StatefulSet s
            when s.getStatus() != null ->
                ready(s.getStatus().getReadyReplicas(), s.getSpec().getReplicas());
            case ReplicationController c
            when c.getStatus() != null ->
                ready(c.getStatus().getReadyReplicas(), c.getSpec().getReplicas());
            case DaemonSet d
            when d.getStatus() != null ->
                ready(d.getStatus().getNumberReady(), d.getStatus().getDesiredNumberScheduled());
            case Job job
            when job.getStatus() != null ->
                ready(job.getStatus().getSucceeded(), job.getSpec().getCompletions());
            case Node node when node.getStatus() != null -> node(node);
            case Endpoints endpoints -> Integer.toString(addresses(endpoints));
            default -> "•";
        };
    }

    private static String ready(@Nullable Integer ready, @Nullable Integer wanted) {
        return Objects.requireNonNullElse(ready, 0) + "/" + Objects.requireNonNullElse(wanted, 1);
    }

    private static String images(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().stream()
                .map(container -> String.valueOf(container.getImage()))
                .collect(Collectors.joining(", ", " ", ""));
    }

    private static String pod(@Nullable PodStatus status) {
        if (status == null) {
            return "Pending";
        }
        long ready = status.getContainerStatuses().stream()
                .filter(container -> Boolean.TRUE.equals(container.getReady()))
                .count();
        String waiting = status.getContainerStatuses().stream()
                .flatMap(Standing::reason)
                .findFirst()
                .orElse(String.valueOf(status.getPhase()));
        return waiting + " " + ready + "/" + status.getContainerStatuses().size();
    }

    private static Stream<String> reason(ContainerStatus container) {
        return container.getState() == null || container.getState().getWaiting() == null
                ? Stream.empty()
                : Stream.ofNullable(container.getState().getWaiting().getReason());
    }

    private static String node(Node node) {
        return node.getStatus().getConditions().stream()
                .filter(condition -> "Ready".equals(condition.getType()))
                .map(condition -> switch (String.valueOf(condition.getStatus())) {
                    case "True" -> "Ready";
                    case "Unknown" -> "Unknown";
                    default -> "NotReady";
                })
                .findFirst()
                .orElse("•");
    }

    private static int addresses(Endpoints endpoints) {
        return endpoints.getSubsets().stream()
                .map(EndpointSubset::getAddresses)
                .mapToInt(list -> list.size())
                .sum();
    }
}
