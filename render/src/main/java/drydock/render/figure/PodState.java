package drydock.render.figure;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the canvas should show of one Pod, whichever cluster it came from.
public sealed interface PodState {

    /// Waiting for the scheduler; `reason` says why each node was passed over, empty until it has tried.
    record Unscheduled(String reason) implements PodState {}

    /// Bound; init containers `done` of `total` have finished. `word` is what kubectl says: `Init:0/1`,
    /// `Init:Error`.
    record Initializing(int done, int total, String word) implements PodState {

        /// Whether an init container cannot be started or has failed.
        public boolean failing() {
            return !word.matches("Init:\\d+/\\d+");
        }
    }

    /// Bound, its containers are being made: images pulled, volumes mounted. `word` as `ContainerCreating`.
    record Creating(String word) implements PodState {}

    /// Some container runs; `ready` of `total` are ready, `podReady` is the Pod's own condition.
    record Running(int ready, int total, boolean podReady) implements PodState {}

    record Succeeded() implements PodState {}

    /// `word` as `Error`, `OOMKilled`, `Evicted`, `OutOfcpu`.
    record Failed(String word) implements PodState {}

    /// A container is tried again and again; the time of the next try is known where the kubelet tells it.
    record CrashLoopBackOff(Optional<BackOff> backOff) implements PodState {}

    /// An image cannot be had. `word` is `ImagePullBackOff`, or `ErrImagePull` right after a try.
    record ImagePullBackOff(String word, Optional<BackOff> backOff) implements PodState {}

    /// A container cannot be started for another reason: `word` as `CreateContainerConfigError`,
    /// `InvalidImageName`.
    record Blocked(String word) implements PodState {}

    /// Its node does not answer, so that nobody knows.
    record Unknown() implements PodState {}

    /// Asked to go: `left` of its grace period `whole`, both zero where no time was given.
    record Terminating(Duration left, Duration whole) implements PodState {

        /// How much of the grace is left, 0 to 1.
        public double share() {
            return whole.isZero() ? 0 : Math.clamp((double) left.toMillis() / whole.toMillis(), 0, 1);
        }
    }

    /// The state of `pod` at `now`.
    ///
    /// @param nodeLost whether its node has stopped to answer
    static PodState of(Pod pod, Instant now, boolean nodeLost) {
        return new PodReading(pod, now).state(nodeLost);
    }

    /// The same with what events tell and a status does not: when an image is tried again.
    default PodState knowing(Pod pod, PodNews news, Instant now) {
        return this instanceof ImagePullBackOff(var word, var backOff) && backOff.isEmpty()
                ? new ImagePullBackOff(
                        word,
                        pod.getSpec().getContainers().stream()
                                .flatMap(container -> news.pullAgain(container.getName(), now).stream())
                                .findFirst())
                : this;
    }

    /// Whether it looks different as time goes by, without a change of the Pod.
    default boolean countsDown() {
        return switch (this) {
            case Terminating t -> !t.left().isZero();
            case CrashLoopBackOff(var backOff) -> backOff.isPresent();
            case ImagePullBackOff(var word, var backOff) -> backOff.isPresent();
            case Unscheduled s -> false;
            case Initializing s -> false;
            case Creating s -> false;
            case Running s -> false;
            case Succeeded s -> false;
            case Failed s -> false;
            case Blocked s -> false;
            case Unknown s -> false;
        };
    }
}
