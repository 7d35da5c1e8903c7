package drydock.render.figure;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the state of one Pod out of its status, in the words of kubectl's STATUS column
/// (pkg/printers/internalversion/printers.go printPod).
final class PodReading {

    private final Pod pod;
    private final PodStatus status;
    private final Instant now;

    PodReading(Pod pod, Instant now) {
        this.pod = pod;
        this.status = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
        this.now = now;
    }

    PodState state(boolean nodeLost) {
        boolean terminal = phase().equals("Succeeded") || phase().equals("Failed");
        boolean deleting = pod.getMetadata().getDeletionTimestamp() != null;
        if (!terminal
                && (nodeLost || phase().equals("Unknown") || (deleting && "NodeLost".equals(status.getReason())))) {
            return new PodState.Unknown();
        }
        if (deleting && !terminal) {
            return terminating();
        }
        if (phase().equals("Succeeded")) {
            return new PodState.Succeeded();
        }
        if (phase().equals("Failed")) {
            return new PodState.Failed(word());
        }
        if (!bound()) {
            return new PodState.Unscheduled(whyNotScheduled());
        }
        return alive();
    }

    /// What kubectl's STATUS column would say, but for deletion.
    String word() {
        String word = initWord();
        return word.isEmpty() || isTrue("Initialized") ? mainWord() : word;
    }

    private PodState alive() {
        String word = word();
        if (word.startsWith("Init:")) {
            return new PodState.Initializing(
                    firstUnfinishedInit().orElse(0),
                    pod.getSpec().getInitContainers().size(),
                    word);
        }
        return switch (word) {
            case "CrashLoopBackOff" -> new PodState.CrashLoopBackOff(backOff(word));
            case "ImagePullBackOff", "ErrImagePull" -> new PodState.ImagePullBackOff(word, backOff(word));
            case "ContainerCreating", "PodInitializing", "Pending", "" -> new PodState.Creating(word);
            case "Running", "NotReady", "Completed" -> running();
            default -> new PodState.Blocked(word);
        };
    }

    private PodState running() {
        int ready = (int) status.getContainerStatuses().stream()
                .filter(s -> Boolean.TRUE.equals(s.getReady()))
                .count();
        int sidecars = (int) status.getInitContainerStatuses().stream()
                .filter(s -> isSidecar(s.getName()) && Boolean.TRUE.equals(s.getReady()))
                .count();
        int total = pod.getSpec().getContainers().size()
                + (int) pod.getSpec().getInitContainers().stream()
                        .filter(PodReading::isSidecar)
                        .count();
        return new PodState.Running(ready + sidecars, total, isTrue("Ready"));
    }

    private PodState terminating() {
        Long grace = pod.getMetadata().getDeletionGracePeriodSeconds();
        Duration whole = Duration.ofSeconds(grace == null ? 0 : Math.max(0, grace));
        Duration left = Times.instant(pod.getMetadata().getDeletionTimestamp())
                .map(end -> Duration.between(now, end))
                .filter(d -> !d.isNegative())
                .orElse(Duration.ZERO);
        return new PodState.Terminating(left.compareTo(whole) > 0 ? whole : left, whole);
    }

    private String initWord() {
        OptionalInt first = firstUnfinishedInit();
        if (first.isEmpty()) {
            return "";
        }
        int total = pod.getSpec().getInitContainers().size();
        if (first.getAsInt() < status.getInitContainerStatuses().size()) {
            ContainerStatus init = status.getInitContainerStatuses().get(first.getAsInt());
            ContainerRun run = ContainerRun.of(init, now);
            if (run instanceof ContainerRun.Ended) {
                return "Init:" + endWord(init.getState().getTerminated());
            }
            if (run instanceof ContainerRun.Waiting waiting && waiting.failing()) {
                return "Init:" + waiting.reason();
            }
        }
        return "Init:" + first.getAsInt() + "/" + total;
    }

    private OptionalInt firstUnfinishedInit() {
        List<ContainerStatus> inits = status.getInitContainerStatuses();
        for (int i = 0; i < inits.size(); i++) {
            boolean finished =
                    ContainerRun.of(inits.get(i), now) instanceof ContainerRun.Ended(var code, var reason) && code == 0;
            boolean started = isSidecar(inits.get(i).getName())
                    && Boolean.TRUE.equals(inits.get(i).getStarted());
            if (!finished && !started) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private String mainWord() {
        String word = status.getReason() == null ? phase() : status.getReason();
        boolean runs = false;
        List<ContainerStatus> containers = status.getContainerStatuses();
        for (int i = containers.size() - 1; i >= 0; i--) {
            ContainerStatus container = containers.get(i);
            switch (ContainerRun.of(container, now)) {
                case ContainerRun.Waiting(var reason, var backOff) -> word = reason.isEmpty() ? word : reason;
                case ContainerRun.Ended e -> word = endWord(container.getState().getTerminated());
                case ContainerRun.Running(var ready) -> runs |= ready;
                case ContainerRun.Planned p -> {}
            }
        }
        return word.equals("Completed") && runs ? (isTrue("Ready") ? "Running" : "NotReady") : word;
    }

    private static String endWord(ContainerStateTerminated ended) {
        if (ended.getReason() != null && !ended.getReason().isEmpty()) {
            return ended.getReason();
        }
        return ended.getSignal() != null && ended.getSignal() != 0
                ? "Signal:" + ended.getSignal()
                : "ExitCode:" + (ended.getExitCode() == null ? 0 : ended.getExitCode());
    }

    private Optional<BackOff> backOff(String reason) {
        return status.getContainerStatuses().stream()
                .filter(s -> ContainerRun.of(s, now) instanceof ContainerRun.Waiting waiting
                        && waiting.reason().equals(reason))
                .flatMap(s -> BackOff.of(s, now).stream())
                .findFirst();
    }

    private boolean bound() {
        String node = pod.getSpec() == null ? null : pod.getSpec().getNodeName();
        return node != null && !node.isEmpty();
    }

    private String whyNotScheduled() {
        return status.getConditions().stream()
                .filter(c -> "PodScheduled".equals(c.getType()) && "False".equals(c.getStatus()))
                .map(c -> c.getMessage() != null ? c.getMessage() : c.getReason() == null ? "" : c.getReason())
                .findFirst()
                .orElse("");
    }

    private boolean isTrue(String condition) {
        return status.getConditions().stream()
                .filter(c -> condition.equals(c.getType()))
                .map(PodCondition::getStatus)
                .anyMatch("True"::equals);
    }

    private String phase() {
        return status.getPhase() == null ? "" : status.getPhase();
    }

    private boolean isSidecar(String name) {
        return pod.getSpec().getInitContainers().stream()
                .anyMatch(c -> Objects.equals(c.getName(), name) && isSidecar(c));
    }

    static boolean isSidecar(Container container) {
        return "Always".equals(container.getRestartPolicy());
    }
}
