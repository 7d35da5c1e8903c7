package drydock.sim.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import org.junit.jupiter.api.Test;

class PodTallyTest {

    private final PodTally tally = new PodTally();

    private static Pod pod(String name, String owner, String color, String phase, boolean ready) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .addToLabels("color", color)
                .addNewOwnerReference()
                .withUid(owner)
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .withNewStatus()
                .withPhase(phase)
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready ? "True" : "False")
                .endCondition()
                .endStatus()
                .build();
    }

    private static Pod deleted(Pod pod) {
        return new PodBuilder(pod)
                .editMetadata()
                .withDeletionTimestamp("2026-01-01T00:00:00Z")
                .endMetadata()
                .build();
    }

    private String counts(String owner) {
        return tally.of(owner).stream()
                .map(group -> group.labels().get("color") + " " + group.active() + " active, " + group.ready()
                        + " ready, " + group.leaving() + " leaving")
                .sorted()
                .toList()
                .toString();
    }

    @Test
    void podsOfAnOwnerAreCountedByLabels() {
        tally.podChanged(null, pod("a", "one", "red", "Running", true));
        tally.podChanged(null, pod("b", "one", "red", "Pending", false));
        tally.podChanged(null, pod("c", "one", "blue", "Failed", true));
        tally.podChanged(null, pod("d", "other", "red", "Running", true));

        assertThat(counts("one")).isEqualTo("[blue 0 active, 0 ready, 0 leaving, red 2 active, 1 ready, 0 leaving]");
    }

    @Test
    void aPodThatIsBeingDeletedIsLeavingUntilItIsOver() {
        Pod running = pod("a", "one", "red", "Running", true);
        tally.podChanged(null, running);

        tally.podChanged(running, deleted(running));
        assertThat(counts("one")).isEqualTo("[red 0 active, 0 ready, 1 leaving]");

        tally.podChanged(deleted(running), deleted(pod("a", "one", "red", "Succeeded", false)));
        assertThat(counts("one")).isEqualTo("[red 0 active, 0 ready, 0 leaving]");
    }

    @Test
    void aPodThatIsGoneCountsNoMoreWhateverItWasLast() {
        tally.podChanged(null, pod("a", "one", "red", "Pending", false));

        tally.podChanged(pod("a", "one", "blue", "Running", true), null);

        assertThat(counts("one")).isEqualTo("[]");
    }

    @Test
    void aPodThatChangesItsOwnerCountsForTheNewOne() {
        Pod before = pod("a", "one", "red", "Running", true);
        tally.podChanged(null, before);

        tally.podChanged(before, pod("a", "other", "red", "Running", true));

        assertThat(counts("one")).isEqualTo("[]");
        assertThat(counts("other")).isEqualTo("[red 1 active, 1 ready, 0 leaving]");
    }
}
