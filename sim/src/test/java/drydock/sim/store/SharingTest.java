package drydock.sim.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import org.junit.jupiter.api.Test;

class SharingTest {

    private static Pod pod(String ready, String phase) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("web")
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("nginx")
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase(phase)
                .addNewCondition()
                .withType("Initialized")
                .withStatus("True")
                .endCondition()
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready)
                .endCondition()
                .endStatus()
                .build();
    }

    @Test
    void anEqualObjectIsTheOneBefore() {
        Pod before = Sharing.with(null, pod("True", "Running"));

        assertThat(Sharing.with(before, pod("True", "Running"))).isSameAs(before);
    }

    @Test
    void whatIsEqualIsHeldOnceAndWhatIsNotIsAsItWas() {
        Pod before = Sharing.with(null, pod("False", "Pending"));

        Pod now = Sharing.with(before, pod("True", "Running"));

        assertThat(now).isEqualTo(pod("True", "Running"));
        assertThat(now.getSpec()).isSameAs(before.getSpec());
        assertThat(now.getMetadata()).isSameAs(before.getMetadata());
        assertThat(now.getStatus().getConditions().getFirst())
                .isSameAs(before.getStatus().getConditions().getFirst());
        assertThat(before).isEqualTo(pod("False", "Pending"));
    }

    @Test
    void aShorterListIsNotTheOneBefore() {
        Pod before = Sharing.with(null, pod("True", "Running"));
        Pod shorter = pod("True", "Running");
        shorter.getStatus().getConditions().removeLast();

        Pod now = Sharing.with(before, shorter);

        assertThat(now.getStatus().getConditions()).hasSize(1);
        assertThat(before.getStatus().getConditions()).hasSize(2);
    }

    @Test
    void whatIsEmptyIsOneForAll() {
        Pod one = Sharing.with(null, pod("True", "Running"));
        Pod other = Sharing.with(null, pod("False", "Pending"));

        assertThat(one.getSpec().getVolumes()).isEmpty();
        assertThat(one.getSpec().getVolumes()).isSameAs(other.getSpec().getVolumes());
        assertThat(one.getAdditionalProperties())
                .isSameAs(other.getSpec().getContainers().getFirst().getAdditionalProperties());
    }
}
