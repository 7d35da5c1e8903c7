package drydock.sim.kubelet;

import static drydock.sim.kubelet.PodFixtures.NOW;
import static drydock.sim.kubelet.PodFixtures.container;
import static drydock.sim.kubelet.PodFixtures.crashLooping;
import static drydock.sim.kubelet.PodFixtures.exited;
import static drydock.sim.kubelet.PodFixtures.pod;
import static drydock.sim.kubelet.PodFixtures.running;
import static drydock.sim.kubelet.PodFixtures.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PodStatusesTest {

    @Test
    @DisplayName("rule 46: a new Pod waits with ContainerCreating")
    void aNewPodWaitsForItsContainersToBeCreated() {
        PodStatus status = compute(pod("Always", "a"), new PodView(false, "", Map.of()), true);

        assertThat(status.getPhase()).isEqualTo("Pending");
        assertThat(conditions(status))
                .containsExactly(
                        "PodReadyToStartContainers=False",
                        "Initialized=True",
                        "Ready=False:ContainersNotReady",
                        "ContainersReady=False:ContainersNotReady",
                        "PodScheduled=True");
        assertThat(status.getContainerStatuses()
                        .getFirst()
                        .getState()
                        .getWaiting()
                        .getReason())
                .isEqualTo("ContainerCreating");
        assertThat(status.getPodIP()).isNull();
        assertThat(status.getConditions().get(2).getMessage()).isEqualTo("containers with unready status: [a]");
    }

    @Test
    @DisplayName("rule 56: once a main container has started, the Pod stays initialized")
    void onceAMainContainerHasStartedThePodStaysInitialized() {
        Pod pod = pod("Always", List.of(container("setup", null)), "a");

        assertThat(conditions(compute(pod, seen("setup", exited(1)), true)))
                .contains("Initialized=False:ContainersNotInitialized");
        assertThat(conditions(compute(pod, seen("setup", exited(1), "a", running()), true)))
                .contains("Initialized=True");
        assertThat(conditions(compute(pod, seen("setup", exited(1), "a", crashLooping()), true)))
                .contains("Initialized=True");
    }

    @Test
    void containersAreListedByNameAndInitContainersInTheirOrder() {
        Pod pod = pod("Always", List.of(container("z", null), container("y", null)), "b", "a");
        PodStatus status = compute(pod, seen("z", exited(0)), true);

        assertThat(status.getContainerStatuses())
                .extracting(ContainerStatus::getName)
                .containsExactly("a", "b");
        assertThat(status.getInitContainerStatuses())
                .extracting(ContainerStatus::getName)
                .containsExactly("z", "y");
        assertThat(status.getContainerStatuses()
                        .getFirst()
                        .getState()
                        .getWaiting()
                        .getReason())
                .isEqualTo("PodInitializing");
        assertThat(conditions(status)).contains("Initialized=False:ContainersNotInitialized");
    }

    @Test
    void aCrashLoopingContainerWaitsAndItsLastRunIsTold() {
        ContainerStatus status = compute(pod("Always", "a"), seen("a", crashLooping()), true)
                .getContainerStatuses()
                .getFirst();

        assertThat(status.getState().getWaiting().getReason()).isEqualTo("CrashLoopBackOff");
        assertThat(status.getLastState().getTerminated().getExitCode()).isEqualTo(3);
        assertThat(status.getRestartCount()).isEqualTo(2);
        assertThat(status.getReady()).isFalse();
    }

    @Test
    @DisplayName("rule 51: the terminal phase is held until the sandbox is gone")
    void theTerminalPhaseIsHeldUntilTheSandboxIsGone() {
        Pod running = pod("Never", "a")
                .edit()
                .editStatus()
                .withPhase("Running")
                .endStatus()
                .build();

        PodStatus held = compute(running, seen("a", exited(0)), false);
        PodStatus ended = compute(running, seen("a", exited(0)), true);

        assertThat(held.getPhase()).isEqualTo("Running");
        assertThat(ended.getPhase()).isEqualTo("Succeeded");
        assertThat(conditions(held)).contains("Initialized=True:PodCompleted", "Ready=False:PodCompleted");
    }

    @Test
    void aConditionKeepsItsTimeUntilItChanges() {
        Pod pod = pod("Always", "a");
        PodStatus first = compute(pod, seen("a", running()), true);
        Pod later = pod.edit().withStatus(first).build();

        PodStatus second = PodStatuses.compute(later, seen("a", exited(1)), "192.0.2.10", true, NOW.plusSeconds(60));

        assertThat(second.getConditions().get(1).getLastTransitionTime())
                .isEqualTo(first.getConditions().get(1).getLastTransitionTime());
        assertThat(second.getConditions().get(2).getLastTransitionTime()).isEqualTo("2026-01-01T00:02:00Z");
    }

    @Test
    @DisplayName("rule 54: a readiness gate holds the Pod back")
    void aReadinessGateHoldsThePodBack() {
        Pod pod = pod("Always", "a")
                .edit()
                .editSpec()
                .addNewReadinessGate("example.com/gate")
                .endSpec()
                .build();

        assertThat(conditions(compute(pod, seen("a", running()), true)))
                .contains("Ready=False:ReadinessGatesNotReady", "ContainersReady=True");
    }

    private static PodStatus compute(Pod pod, PodView view, boolean ending) {
        return PodStatuses.compute(pod, view, "192.0.2.10", ending, NOW);
    }

    private static List<String> conditions(PodStatus status) {
        return status.getConditions().stream()
                .map(c -> c.getType() + "=" + c.getStatus() + (c.getReason() == null ? "" : ":" + c.getReason()))
                .toList();
    }
}
