package drydock.sim.kubelet;

import static drydock.sim.kubelet.PodFixtures.container;
import static drydock.sim.kubelet.PodFixtures.crashLooping;
import static drydock.sim.kubelet.PodFixtures.exited;
import static drydock.sim.kubelet.PodFixtures.pod;
import static drydock.sim.kubelet.PodFixtures.running;
import static drydock.sim.kubelet.PodFixtures.seen;
import static drydock.sim.kubelet.PodFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PodPhaseTest {

    @Test
    @DisplayName("rule 49: a Pod of which nothing is known is Pending")
    void aPodOfWhichNothingIsKnownIsPending() {
        assertThat(PodPhase.of(pod("Always", "a"), seen())).isEqualTo(PodPhase.PENDING);
    }

    @Test
    @DisplayName("rule 49: one container that never ran keeps the Pod Pending")
    void oneContainerThatNeverRanKeepsThePodPending() {
        assertThat(PodPhase.of(pod("Always", "a", "b"), seen("a", running(), "b", waiting("ErrImagePull"))))
                .isEqualTo(PodPhase.PENDING);
    }

    @Test
    @DisplayName("rule 50: a Pod in CrashLoopBackOff is Running")
    void aPodInCrashLoopBackOffIsRunning() {
        assertThat(PodPhase.of(pod("Always", "a"), seen("a", crashLooping()))).isEqualTo(PodPhase.RUNNING);
    }

    @Test
    @DisplayName("rule 49: exit codes decide once nothing restarts")
    void exitCodesDecideOnceNothingRestarts() {
        assertThat(PodPhase.of(pod("Never", "a", "b"), seen("a", exited(0), "b", exited(0))))
                .isEqualTo(PodPhase.SUCCEEDED);
        assertThat(PodPhase.of(pod("Never", "a", "b"), seen("a", exited(0), "b", exited(1))))
                .isEqualTo(PodPhase.FAILED);
        assertThat(PodPhase.of(pod("OnFailure", "a", "b"), seen("a", exited(0), "b", exited(1))))
                .isEqualTo(PodPhase.RUNNING);
        assertThat(PodPhase.of(pod("Always", "a"), seen("a", exited(0)))).isEqualTo(PodPhase.RUNNING);
    }

    @Test
    @DisplayName("rule 41: a Pod that is being deleted restarts nothing")
    void aPodThatIsBeingDeletedRestartsNothing() {
        Pod deleted = pod("Always", "a")
                .edit()
                .editMetadata()
                .withDeletionTimestamp("2026-01-01T00:00:00Z")
                .endMetadata()
                .build();

        assertThat(PodPhase.of(deleted, seen("a", exited(137)))).isEqualTo(PodPhase.FAILED);
    }

    @Test
    @DisplayName("rules 49 and 60: a failed init container fails only a Pod that never restarts")
    void aFailedInitContainerFailsOnlyAPodThatNeverRestarts() {
        List<Container> init = List.of(container("i", null));

        assertThat(PodPhase.of(pod("Never", init, "a"), seen("i", exited(1)))).isEqualTo(PodPhase.FAILED);
        assertThat(PodPhase.of(pod("Always", init, "a"), seen("i", exited(1)))).isEqualTo(PodPhase.PENDING);
    }

    @Test
    @DisplayName("rule 59: a sidecar does not count for the final phase")
    void aSidecarDoesNotKeepAFinishedPodFromItsEndOnceItIsStopped() {
        Pod pod = pod("Never", List.of(container("s", "Always")), "a");

        assertThat(PodPhase.of(pod, seen("s", running(), "a", exited(0)))).isEqualTo(PodPhase.RUNNING);
        assertThat(PodPhase.of(pod, seen("s", exited(137), "a", exited(0)))).isEqualTo(PodPhase.SUCCEEDED);
    }
}
