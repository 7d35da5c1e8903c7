package drydock.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import org.junit.jupiter.api.Test;

class PodFactsTest {

    @Test
    void aPendingPodSaysWhatItWaitsForAndNothingOfWhatCameAbout() {
        Pod pod = new PodBuilder()
                .withNewSpec()
                .endSpec()
                .withNewStatus()
                .withPhase("Pending")
                .addNewCondition()
                .withType("PodScheduled")
                .withStatus("False")
                .withReason("Unschedulable")
                .withMessage("0/3 nodes are available: 3 Insufficient cpu.")
                .endCondition()
                .addNewCondition()
                .withType("Initialized")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build();

        assertThat(PodFacts.of(pod))
                .containsExactly(
                        entry("phase", "Pending"),
                        entry(
                                "conditions",
                                "PodScheduled: False (Unschedulable: 0/3 nodes are available: 3 Insufficient cpu.)"));
    }

    @Test
    void aPodThatIsOverWaitsForNothing() {
        Pod pod = new PodBuilder()
                .withNewStatus()
                .withPhase("Succeeded")
                .addNewCondition()
                .withType("Ready")
                .withStatus("False")
                .withReason("PodCompleted")
                .endCondition()
                .endStatus()
                .build();

        assertThat(PodFacts.of(pod)).containsExactly(entry("phase", "Succeeded"));
    }

    @Test
    void aPodOfWhichNothingIsKnownSaysNothing() {
        assertThat(PodFacts.of(new Pod())).isEmpty();
    }
}
