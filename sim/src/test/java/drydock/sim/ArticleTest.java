package drydock.sim;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ReplicationControllerBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The article's ReplicationController and Service on three nodes.
class ArticleTest {

    private static final ResourceId CONTROLLER = ResourceId.of(Kinds.REPLICATION_CONTROLLER, "default", "web");
    private static final ResourceId ENDPOINTS = ResourceId.of(Kinds.ENDPOINTS, "default", "web-svc");

    private final Simulation simulation = Simulation.start(SimulationOptions.DEFAULT);

    @BeforeEach
    void createBoth() {
        run(Duration.ofSeconds(1));
        simulation.cluster().create(controller());
        simulation
                .cluster()
                .create(new ServiceBuilder()
                        .withNewMetadata()
                        .withName("web-svc")
                        .endMetadata()
                        .withNewSpec()
                        .withType("NodePort")
                        .withSelector(Map.of("app", "web"))
                        .addNewPort()
                        .withPort(8888)
                        .withNodePort(30000)
                        .withNewTargetPort(80)
                        .endPort()
                        .endSpec()
                        .build());
    }

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void fourPodsAreCreatedAndGivenNodesWithinATenthOfASecond() {
        run(Duration.ofMillis(100));

        assertThat(pods()).hasSize(4);
        assertThat(pods())
                .allSatisfy(pod -> assertThat(pod.getSpec().getNodeName()).startsWith("node-"));
        assertThat(pods().stream().map(pod -> pod.getSpec().getNodeName()).distinct())
                .hasSize(3);
    }

    @Test
    void fourRunAndAreTheServicesEndpoints() {
        run(Duration.ofSeconds(15));

        assertThat(pods())
                .hasSize(4)
                .allSatisfy(pod -> assertThat(pod.getStatus().getPhase()).isEqualTo("Running"));
        assertThat(endpoints()).hasSize(4);
        ReplicationController controller =
                (ReplicationController) simulation.cluster().get(CONTROLLER).orElseThrow();
        assertThat(controller.getStatus().getReadyReplicas()).isEqualTo(4);
        assertThat(controller.getStatus().getAvailableReplicas()).isEqualTo(4);
        assertThat(controller.getStatus().getFullyLabeledReplicas()).isEqualTo(4);
        assertThat(slices()).singleElement().satisfies(slice -> {
            assertThat(slice.getEndpoints()).hasSize(4);
            assertThat(slice.getMetadata().getName()).matches("web-svc-[a-z0-9]{5}");
        });
        assertThat(events("SuccessfulCreate")).hasSize(4).allMatch(m -> m.matches("Created pod: web-[a-z0-9]{5}"));
        assertThat(events("Scheduled"))
                .hasSize(4)
                .allMatch(m -> m.matches("Successfully assigned default/web-[a-z0-9]{5} to node-[123]"));
    }

    @Test
    void thoseThatLeaveHaveTheirGraceAndLeaveTheEndpointsAtOnce() {
        run(Duration.ofSeconds(15));

        simulation.cluster().scale(CONTROLLER, 2);
        run(Duration.ofMillis(100));

        assertThat(pods())
                .filteredOn(pod -> pod.getMetadata().getDeletionTimestamp() != null)
                .hasSize(2)
                .allSatisfy(pod -> assertThat(pod.getMetadata().getDeletionGracePeriodSeconds())
                        .isEqualTo(30));
        assertThat(endpoints()).hasSize(2);
        assertThat(slices().getFirst().getEndpoints())
                .filteredOn(e -> e.getConditions().getTerminating())
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.getConditions().getReady()).isFalse());
        run(Duration.ofSeconds(40));
        assertThat(pods()).hasSize(2);
        assertThat(slices().getFirst().getEndpoints()).hasSize(2);
    }

    @Test
    void theNodeWithTwoGivesOneUpFirst() {
        run(Duration.ofSeconds(15));
        simulation.cluster().scale(CONTROLLER, 3);
        run(Duration.ofSeconds(40));

        assertThat(pods().stream().map(pod -> pod.getSpec().getNodeName()).distinct())
                .hasSize(3);
    }

    @Test
    void aPodThatIsDeletedIsReplaced() {
        run(Duration.ofSeconds(15));
        Pod victim = pods().getFirst();

        simulation.cluster().delete(ResourceId.of(victim), drydock.model.cluster.Deletion.DEFAULT);
        run(Duration.ofSeconds(60));

        assertThat(pods()).hasSize(4).extracting(ResourceId::of).doesNotContain(ResourceId.of(victim));
    }

    private List<Pod> pods() {
        return simulation.cluster().list(Query.in(Kinds.POD, "default")).stream()
                .map(Pod.class::cast)
                .toList();
    }

    private List<String> endpoints() {
        Endpoints endpoints = (Endpoints) simulation.cluster().get(ENDPOINTS).orElseThrow();
        return endpoints.getSubsets().stream()
                .flatMap(s -> s.getAddresses().stream())
                .map(a -> a.getTargetRef().getName())
                .toList();
    }

    private List<EndpointSlice> slices() {
        return simulation.cluster().list(Query.in(Kinds.ENDPOINT_SLICE, "default")).stream()
                .filter(slice -> !KubernetesService.has(ResourceId.of(slice)))
                .map(EndpointSlice.class::cast)
                .toList();
    }

    private List<String> events(String reason) {
        return simulation.cluster().list(Query.in(Kinds.EVENT, "default")).stream()
                .map(Event.class::cast)
                .filter(e -> e.getReason().equals(reason))
                .map(Event::getMessage)
                .toList();
    }

    private void run(Duration time) {
        simulation.advance(time, Integer.MAX_VALUE);
    }

    private static ReplicationController controller() {
        return new ReplicationControllerBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .withReplicas(4)
                .withSelector(Map.of("app", "web"))
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(Map.of("app", "web"))
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("nginx")
                .withImage("nginx:1.14")
                .addNewPort()
                .withContainerPort(80)
                .endPort()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
