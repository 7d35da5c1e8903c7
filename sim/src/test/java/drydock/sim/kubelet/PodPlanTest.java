package drydock.sim.kubelet;

import static drydock.sim.kubelet.PodFixtures.container;
import static drydock.sim.kubelet.PodFixtures.exited;
import static drydock.sim.kubelet.PodFixtures.pod;
import static drydock.sim.kubelet.PodFixtures.running;
import static drydock.sim.kubelet.PodFixtures.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PodPlanTest {

    private final List<Container> init = List.of(container("one", null), container("two", null));

    @Test
    @DisplayName("rule 57: init containers run one by one before all others")
    void initContainersRunOneByOneBeforeAllOthers() {
        Pod pod = pod("Always", init, "a", "b");

        assertThat(names(pod, seen())).containsExactly("one");
        assertThat(names(pod, seen("one", running()))).isEmpty();
        assertThat(names(pod, seen("one", exited(0)))).containsExactly("two");
        assertThat(names(pod, seen("one", exited(0), "two", exited(0)))).containsExactly("a", "b");
    }

    @Test
    @DisplayName("rule 60: a failed init container is run again unless the Pod never restarts")
    void aFailedInitContainerIsRunAgainUnlessThePodNeverRestarts() {
        assertThat(names(pod("Always", init, "a"), seen("one", exited(1)))).containsExactly("one");
        assertThat(names(pod("Never", init, "a"), seen("one", exited(1)))).isEmpty();
    }

    @Test
    @DisplayName("rule 58: a sidecar runs on while the next start")
    void aSidecarRunsOnWhileTheNextStart() {
        Pod pod = pod("Never", List.of(container("side", "Always")), "a");

        assertThat(names(pod, seen())).containsExactly("side");
        assertThat(names(pod, seen("side", running()))).containsExactly("a");
        assertThat(names(pod, seen("side", exited(0), "a", running()))).containsExactly("side");
    }

    @Test
    void onlyTheContainersThatEndedAreStartedAgain() {
        assertThat(names(pod("Always", "a", "b"), seen("a", running(), "b", exited(0))))
                .containsExactly("b");
        assertThat(names(pod("OnFailure", "a", "b"), seen("a", exited(0), "b", exited(2))))
                .containsExactly("b");
        assertThat(names(pod("Never", "a"), seen("a", exited(2)))).isEmpty();
    }

    private static List<String> names(Pod pod, PodView view) {
        return PodPlan.next(pod, view).stream()
                .map(s -> s.container().getName())
                .toList();
    }
}
