package drydock.app.reasons;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an object says of itself: when it was made, its conditions, the states of its containers.
final class Standings {

    /// Something an object says.
    ///
    /// @param component who wrote it there
    /// @param isCreation whether it is that the object was made
    record Said(Instant at, String component, boolean isCreation, List<String> words) {}

    private Standings() {}

    static List<Said> of(HasMetadata object) {
        List<Said> said = new ArrayList<>();
        Instant created = instant(object.getMetadata().getCreationTimestamp()).orElse(Instant.EPOCH);
        said.add(new Said(created, maker(object), true, List.of()));
        switch (object) {
            case Pod pod when pod.getStatus() != null -> pod(pod, created, said);
            case Node node
            when node.getStatus() != null ->
                node.getStatus().getConditions().stream()
                        .filter(c -> c.getType().equals("Ready") != "True".equals(c.getStatus()))
                        .forEach(c -> said.add(condition(
                                "node-controller",
                                c.getType(),
                                c.getStatus(),
                                c.getReason(),
                                c.getMessage(),
                                instant(c.getLastTransitionTime()).orElse(created))));
            case Deployment deployment
            when deployment.getStatus() != null ->
                deployment
                        .getStatus()
                        .getConditions()
                        .forEach(c -> said.add(condition(
                                "deployment-controller",
                                c.getType(),
                                c.getStatus(),
                                c.getReason(),
                                c.getMessage(),
                                instant(c.getLastTransitionTime()).orElse(created))));
            case Job job
            when job.getStatus() != null ->
                job.getStatus()
                        .getConditions()
                        .forEach(c -> said.add(condition(
                                "job-controller",
                                c.getType(),
                                c.getStatus(),
                                c.getReason(),
                                c.getMessage(),
                                instant(c.getLastTransitionTime()).orElse(created))));
            default -> {
                // what else there is to say comes as events
            }
        }
        return said;
    }

    static boolean isReady(Pod pod) {
        return pod.getStatus() != null
                && pod.getStatus().getConditions().stream()
                        .anyMatch(c -> "Ready".equals(c.getType()) && "True".equals(c.getStatus()));
    }

    private static void pod(Pod pod, Instant created, List<Said> said) {
        if (pod.getStatus().getReason() != null) {
            said.add(new Said(
                    failedAt(pod).orElse(created),
                    "kubelet",
                    false,
                    List.of(words(
                            pod.getStatus().getPhase(),
                            pod.getStatus().getReason(),
                            pod.getStatus().getMessage()))));
        }
        pod.getStatus().getConditions().stream()
                .filter(c -> !"True".equals(c.getStatus()))
                .forEach(c -> said.add(condition(
                        c.getType().equals("PodScheduled") ? "default-scheduler" : "kubelet",
                        c.getType(),
                        c.getStatus(),
                        c.getReason(),
                        c.getMessage(),
                        instant(c.getLastTransitionTime()).orElse(created))));
        Stream.of(
                        pod.getStatus().getInitContainerStatuses(),
                        pod.getStatus().getContainerStatuses(),
                        pod.getStatus().getEphemeralContainerStatuses())
                .flatMap(List::stream)
                .forEach(container -> container(container, created, said));
    }

    /// When the Pod was no longer ready; nothing else of it says when its phase became what it is.
    private static Optional<Instant> failedAt(Pod pod) {
        return pod.getStatus().getConditions().stream()
                .filter(c -> "Ready".equals(c.getType()))
                .findFirst()
                .flatMap(c -> instant(c.getLastTransitionTime()));
    }

    private static void container(ContainerStatus container, Instant created, List<Said> said) {
        ended(container.getName(), container.getLastState(), created).ifPresent(said::add);
        ended(container.getName(), container.getState(), created).ifPresent(said::add);
        if (container.getState() != null && container.getState().getWaiting() != null) {
            var waiting = container.getState().getWaiting();
            Instant at = said.getLast().at();
            said.add(new Said(
                    at,
                    "kubelet",
                    false,
                    List.of(words(container.getName(), waiting.getReason(), waiting.getMessage()))));
        }
    }

    private static Optional<Said> ended(String name, @Nullable ContainerState state, Instant created) {
        if (state == null || state.getTerminated() == null) {
            return Optional.empty();
        }
        var ended = state.getTerminated();
        return Optional.of(new Said(
                instant(ended.getFinishedAt()).orElse(created),
                "kubelet",
                false,
                List.of(words(name, ended.getReason() + ", exit code " + ended.getExitCode(), ended.getMessage()))));
    }

    private static Said condition(
            String component,
            String type,
            String status,
            @Nullable String reason,
            @Nullable String message,
            Instant at) {
        return new Said(at, component, false, List.of(words(type + "=" + status, reason, message)));
    }

    private static String words(@Nullable String... parts) {
        return String.join(
                ": ",
                Stream.of(parts).filter(part -> part != null && !part.isBlank()).toList());
    }

    /// The controller that made it; `somebody` where nothing owns it.
    private static String maker(HasMetadata object) {
        List<OwnerReference> owners =
                Objects.requireNonNullElse(object.getMetadata().getOwnerReferences(), List.of());
        return owners.stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .findFirst()
                .map(owner -> switch (owner.getKind()) {
                    case "ReplicationController" -> "replication-controller";
                    case "Node" -> "kubelet";
                    default -> owner.getKind().toLowerCase(Locale.ROOT) + "-controller";
                })
                .orElse("somebody");
    }

    private static Optional<Instant> instant(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException garbled) {
            return Optional.empty();
        }
    }
}
