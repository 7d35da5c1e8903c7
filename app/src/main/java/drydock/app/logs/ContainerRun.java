package drydock.app.logs;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One run of a container: from its start to its end, after which it may be restarted as another.
///
/// @param uid the Pod's, so that one of the same name that comes later is another
/// @param restarts how often the container had been restarted by then
record ContainerRun(ResourceId pod, String uid, String container, int restarts) {

    /// A run, and what is known of its state.
    ///
    /// @param ended how it ended, if it has
    /// @param begun whether there is anything to read of it
    record Known(ContainerRun run, boolean begun, Optional<ContainerStateTerminated> ended) {}

    /// The last runs of all containers of a Pod.
    static List<Known> of(Pod pod) {
        if (pod.getStatus() == null) {
            return List.of();
        }
        return Stream.of(
                        pod.getStatus().getInitContainerStatuses(),
                        pod.getStatus().getContainerStatuses(),
                        pod.getStatus().getEphemeralContainerStatuses())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(status -> of(pod, status))
                .toList();
    }

    private static Known of(Pod pod, ContainerStatus status) {
        int restarts = Objects.requireNonNullElse(status.getRestartCount(), 0);
        ContainerRun run = new ContainerRun(
                ResourceId.of(pod),
                Objects.requireNonNullElse(pod.getMetadata().getUid(), ""),
                status.getName(),
                restarts);
        Optional<ContainerStateTerminated> ended = terminated(status.getState());
        boolean running = status.getState() != null && status.getState().getRunning() != null;
        // what waits to be restarted has the log of its last run still
        Optional<ContainerStateTerminated> last = running ? Optional.empty() : terminated(status.getLastState());
        return new Known(run, running || ended.isPresent() || last.isPresent(), ended.or(() -> last));
    }

    private static Optional<ContainerStateTerminated> terminated(@Nullable ContainerState state) {
        return Optional.ofNullable(state).map(ContainerState::getTerminated);
    }
}
