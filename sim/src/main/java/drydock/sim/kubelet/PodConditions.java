package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A Pod's conditions as the kubelet writes them (`pkg/kubelet/status/generate.go`): what others wrote, then
/// PodReadyToStartContainers, Initialized, Ready, ContainersReady and PodScheduled
/// (`pkg/kubelet/status/status_manager.go`, mergePodStatus).
///
/// @param pod the Pod, with the conditions it had
/// @param phase the phase its containers are in
/// @param now when the conditions that change do so
record PodConditions(Pod pod, PodView view, PodPhase phase, List<ContainerStatus> statuses, Instant now) {

    private static final List<String> OWN = List.of(
            "PodReadyToStartContainers",
            "Initialized",
            "Ready",
            "ContainersReady",
            "PodScheduled",
            AllRestart.CONDITION,
            Resizing.PENDING,
            Resizing.IN_PROGRESS);

    List<PodCondition> list() {
        List<PodCondition> list = new ArrayList<>();
        for (PodCondition others : pod.getStatus().getConditions()) {
            if (!OWN.contains(others.getType())) {
                list.add(others);
            }
        }
        if (!view.resize().pending().isEmpty()) {
            list.add(condition(
                    Resizing.PENDING,
                    true,
                    view.resize().pending(),
                    view.resize().message()));
        }
        if (view.resize().inProgress()) {
            list.add(condition(Resizing.IN_PROGRESS, true, "", ""));
        }
        list.add(condition("PodReadyToStartContainers", view.sandboxReady(), "", ""));
        list.add(initialized());
        PodCondition containersReady = containersReady();
        list.add(ready(containersReady));
        list.add(containersReady);
        list.add(condition("PodScheduled", true, "", ""));
        if (AllRestart.isPossible(pod)) {
            list.add(allRestarting());
        }
        return list;
    }

    private PodCondition initialized() {
        List<Container> init = pod.getSpec().getInitContainers();
        if (phase == PodPhase.SUCCEEDED) {
            return condition("Initialized", true, "PodCompleted", "");
        }
        if (init.isEmpty()) {
            return condition("Initialized", true, "", "");
        }
        List<String> incomplete = init.stream()
                .filter(c -> !done(c, view.of(c.getName())))
                .map(Container::getName)
                .toList();
        boolean mainStarted = pod.getSpec().getContainers().stream()
                .anyMatch(c -> view.of(c.getName()).current().isPresent());
        return incomplete.isEmpty() || mainStarted
                ? condition("Initialized", true, "", "")
                : condition(
                        "Initialized",
                        false,
                        "ContainersNotInitialized",
                        "containers with incomplete status: " + bracketed(incomplete));
    }

    private static boolean done(Container container, ContainerView seen) {
        return RestartPolicies.isSidecar(container)
                ? seen.current().isPresent() && (seen.started() || !seen.running())
                : seen.succeeded();
    }

    private PodCondition containersReady() {
        if (phase == PodPhase.SUCCEEDED) {
            return condition("ContainersReady", false, "PodCompleted", "");
        }
        if (phase == PodPhase.FAILED) {
            return condition("ContainersReady", false, "PodFailed", "");
        }
        List<String> unready = statuses.stream()
                .filter(s -> !Boolean.TRUE.equals(s.getReady()))
                .map(ContainerStatus::getName)
                .toList();
        return unready.isEmpty()
                ? condition("ContainersReady", true, "", "")
                : condition(
                        "ContainersReady",
                        false,
                        "ContainersNotReady",
                        "containers with unready status: " + bracketed(unready));
    }

    private PodCondition allRestarting() {
        if (phase.terminal()) {
            return condition(AllRestart.CONDITION, false, phase == PodPhase.FAILED ? "PodFailed" : "PodCompleted", "");
        }
        return AllRestart.isDue(pod, view)
                ? condition(
                        AllRestart.CONDITION,
                        true,
                        "RestartAllContainersStarted",
                        "container exited with restart policy rule")
                : condition(AllRestart.CONDITION, false, "", "");
    }

    private PodCondition ready(PodCondition containersReady) {
        if (!"True".equals(containersReady.getStatus())) {
            return condition(
                    "Ready",
                    false,
                    Objects.requireNonNullElse(containersReady.getReason(), ""),
                    Objects.requireNonNullElse(containersReady.getMessage(), ""));
        }
        List<String> shut = pod.getSpec().getReadinessGates().stream()
                .map(PodReadinessGate::getConditionType)
                .filter(type ->
                        old(type).filter(c -> "True".equals(c.getStatus())).isEmpty())
                .map(type -> old(type).isPresent()
                        ? "the status of pod readiness gate \"" + type + "\" is not \"True\", but "
                                + old(type).get().getStatus()
                        : "corresponding condition of pod readiness gate \"" + type + "\" does not exist.")
                .toList();
        return shut.isEmpty()
                ? condition("Ready", true, "", "")
                : condition("Ready", false, "ReadinessGatesNotReady", String.join(", ", shut));
    }

    private PodCondition condition(String type, boolean holds, String reason, String message) {
        String status = holds ? "True" : "False";
        Optional<PodCondition> old = old(type);
        PodCondition condition = new PodCondition();
        condition.setType(type);
        condition.setStatus(status);
        condition.setReason(reason.isEmpty() ? null : reason);
        condition.setMessage(message.isEmpty() ? null : message);
        condition.setLastTransitionTime(
                old.isPresent() && status.equals(old.get().getStatus())
                        ? old.get().getLastTransitionTime()
                        : Times.format(now));
        condition.setObservedGeneration(pod.getMetadata().getGeneration());
        return old.isPresent() && condition.equals(old.get()) ? old.get() : condition;
    }

    private Optional<PodCondition> old(String type) {
        for (PodCondition condition : pod.getStatus().getConditions()) {
            if (type.equals(condition.getType())) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }

    private static String bracketed(List<String> names) {
        return "[" + String.join(" ", names) + "]";
    }
}
