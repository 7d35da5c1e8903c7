package drydock.sim.history;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.store.Change;
import io.fabric8.kubernetes.api.model.ReplicationControllerBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CausesTest {

    private static final ResourceId WEB = ResourceId.of(Kinds.REPLICATION_CONTROLLER, "default", "web");

    private final Simulation simulation = Simulation.start(SimulationOptions.DEFAULT);

    private void createWeb(int replicas) {
        simulation
                .cluster()
                .create(new ReplicationControllerBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(replicas)
                        .addToSelector("app", "web")
                        .withNewTemplate()
                        .withNewMetadata()
                        .addToLabels("app", "web")
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("web")
                        .withImage("nginx")
                        .endContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build());
    }

    private void pass(int seconds) {
        simulation.advance(Duration.ofSeconds(seconds), Integer.MAX_VALUE);
    }

    @Test
    void aPodIsThereBecauseOfWhatTheUserCreated() {
        createWeb(1);
        pass(30);
        Causes causes = new Causes(simulation.cluster().log());
        ResourceId pod = simulation.cluster().list(Query.in(Kinds.POD, "default")).stream()
                .map(ResourceId::of)
                .findFirst()
                .orElseThrow();

        List<Change> chain = causes.chain(causes.of(pod).getLast());

        assertThat(chain.getFirst().component()).isEqualTo("user");
        assertThat(chain.getFirst().object()).isEqualTo(WEB);
        assertThat(chain.stream().map(Change::component).distinct().collect(Collectors.joining(" ")))
                .startsWith("user replication-controller default-scheduler kubelet/node-");
        assertThat(chain.getLast().object()).isEqualTo(pod);
    }
}
