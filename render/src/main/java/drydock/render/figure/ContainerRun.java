package drydock.render.figure;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.time.Instant;
import java.util.Optional;

/// What one container does at a moment.
public sealed interface ContainerRun {

    /// Only written down: nothing runs it.
    record Planned() implements ContainerRun {}

    /// Not started; `reason` is the kubelet's word, empty before it has said one. `backOff` is there where
    /// it crashed before and the time of the next try is known.
    record Waiting(String reason, Optional<BackOff> backOff) implements ContainerRun {

        /// Whether it waits because something is wrong, not because it is not its turn yet.
        public boolean failing() {
            return !(reason.isEmpty() || reason.equals("ContainerCreating") || reason.equals("PodInitializing"));
        }
    }

    record Running(boolean ready) implements ContainerRun {}

    /// Ended with `exitCode`; `reason` is the kubelet's word, as `Completed`, `Error`, `OOMKilled`.
    record Ended(int exitCode, String reason) implements ContainerRun {}

    /// What `status` says; a state that says nothing is a container that waits.
    static ContainerRun of(ContainerStatus status, Instant now) {
        var state = status.getState();
        if (state != null && state.getTerminated() != null) {
            ContainerStateTerminated ended = state.getTerminated();
            return new Ended(
                    ended.getExitCode() == null ? 0 : ended.getExitCode(),
                    ended.getReason() == null ? "" : ended.getReason());
        }
        if (state != null && state.getRunning() != null) {
            return new Running(Boolean.TRUE.equals(status.getReady()));
        }
        String reason = state == null || state.getWaiting() == null
                ? null
                : state.getWaiting().getReason();
        return new Waiting(reason == null ? "" : reason, BackOff.of(status, now));
    }
}
