package drydock.sim.controller.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {

    @ParameterizedTest
    @CsvSource({
        "4, 25%, 25%, 1, 1",
        "10, 25%, 25%, 3, 2",
        "1, 25%, 25%, 1, 0",
        "3, 0, 50%, 0, 1",
        "3, 2, 1, 2, 1",
        "5, 0, 0, 0, 1",
        "5, 0%, 10%, 0, 1",
        "2, 1, 5, 1, 2",
        "0, 25%, 25%, 0, 0"
    })
    @DisplayName("rule 80: surge rounds up, unavailable down, and both 0 means that one may be missing")
    void theSurgeRoundsUpAndTheUnavailableDown(
            int replicas, String surge, String unavailable, int maxSurge, int maxUnavailable) {
        Wish wish = new Wish(new DeploymentBuilder()
                .withNewSpec()
                .withReplicas(replicas)
                .withNewStrategy()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxSurge(value(surge))
                .withMaxUnavailable(value(unavailable))
                .endRollingUpdate()
                .endStrategy()
                .endSpec()
                .build());

        assertThat(wish.maxSurge()).isEqualTo(maxSurge);
        assertThat(wish.maxUnavailable()).isEqualTo(maxUnavailable);
        assertThat(wish.minAvailable()).isEqualTo(replicas - maxUnavailable);
    }

    private static IntOrString value(String text) {
        return text.endsWith("%") ? new IntOrString(text) : new IntOrString(Integer.parseInt(text));
    }
}
