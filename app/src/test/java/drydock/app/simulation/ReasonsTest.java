package drydock.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.session.Reason;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.history.Causes;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is said of the causes behind an object of a simulation.
class ReasonsTest {

    @Test
    void ofAPodThatTookMoreDiskThanItMaySaysWhichLimitItExceeded() {
        try (Simulation simulation = Simulation.start(SimulationOptions.DEFAULT)) {
            simulation.advance(Duration.ofSeconds(5), Integer.MAX_VALUE);
            simulation
                    .cluster()
                    .create(new PodBuilder()
                            .withNewMetadata()
                            .withNamespace("default")
                            .withName("hog")
                            .endMetadata()
                            .withNewSpec()
                            .addNewContainer()
                            .withName("main")
                            .withImage("busybox")
                            .withCommand("sh", "-c", "fallocate -l 20M /tmp/f; sleep 100000")
                            .withNewResources()
                            .withLimits(Map.of("ephemeral-storage", new Quantity("4Mi")))
                            .endResources()
                            .endContainer()
                            .endSpec()
                            .build());
            simulation.advance(Duration.ofSeconds(60), Integer.MAX_VALUE);

            List<Reason> reasons =
                    Reasons.of(new Causes(simulation.cluster().log()), ResourceId.of(Kinds.POD, "default", "hog"));

            assertThat(reasons.getLast().component()).startsWith("kubelet/");
            assertThat(reasons.getLast().changes())
                    .startsWith(
                            "status.phase: Running → Failed",
                            "status.reason: – → Evicted",
                            "status.message: – → Pod ephemeral local storage usage exceeds the total limit of"
                                    + " containers 4Mi. ");
        }
    }
}
