package drydock.sim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.runtime.RawExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShallowTest {

    @Test
    void aCopyHasTheSameValuesAndHoldsTheSameObjects() {
        PodStatus status = new PodStatusBuilder()
                .withPhase("Running")
                .withObservedGeneration(3L)
                .addNewCondition()
                .withType("Ready")
                .endCondition()
                .build();
        status.setAdditionalProperty("more", "of it");

        PodStatus copy = Shallow.copy(status);

        assertThat(copy).isNotSameAs(status).isEqualTo(status);
        assertThat(copy.getConditions()).isSameAs(status.getConditions());
        assertThat(copy.getAdditionalProperties()).containsEntry("more", "of it");
    }

    @Test
    void aCopyMayBeSetAndLeavesTheOther() {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName("a")
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build();

        Pod copy = Shallow.copy(pod);
        copy.setSpec(null);

        assertThat(pod.getSpec()).isNotNull();
        assertThat(copy.getMetadata()).isSameAs(pod.getMetadata());
    }

    @Test
    void aCustomResourceIsCopiedToo() {
        GenericKubernetesResource custom = new GenericKubernetesResource();
        custom.setKind("Backup");
        custom.setAdditionalProperties(Map.of("spec", Map.of("of", "db")));

        assertThat(Shallow.copy(custom)).isNotSameAs(custom).isEqualTo(custom);
    }

    @Test
    void whatHasFieldsOfAClassAboveItIsRefused() {
        RawExtension raw = new RawExtension();

        assertThatThrownBy(() -> Shallow.copy(raw))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AnyType");
    }
}
