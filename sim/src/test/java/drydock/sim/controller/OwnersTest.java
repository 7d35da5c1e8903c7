package drydock.sim.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import org.junit.jupiter.api.Test;

class OwnersTest {

    @Test
    void aReferenceThatNamesNoKindNamesNoObject() {
        assertThat(Owners.id(new OwnerReferenceBuilder().withName("web").build(), "default"))
                .isEmpty();
        assertThat(Owners.id(
                        new OwnerReferenceBuilder()
                                .withApiVersion("apps/v1")
                                .withKind("ReplicaSet")
                                .withName("web")
                                .build(),
                        "default"))
                .hasToString("Optional[ReplicaSet.apps/default/web]");
    }
}
