package drydock.sim.controller;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Deletion;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import drydock.sim.kubectl.Kubectl;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.ReplicationControllerBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GarbageCollectorTest {

    private static final ResourceId RC = ResourceId.of(Kinds.REPLICATION_CONTROLLER, "default", "web");
    private static final Duration GRACE = Duration.ofSeconds(40);

    private final Simulation simulation = Simulation.start(SimulationOptions.DEFAULT);

    @BeforeEach
    void createAControllerWithTwoPods() {
        simulation
                .cluster()
                .create(new ReplicationControllerBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(2)
                        .addToSelector("app", "web")
                        .withNewTemplate()
                        .withNewMetadata()
                        .addToLabels("app", "web")
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("c")
                        .withImage("nginx")
                        .endContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build());
        run(Duration.ofSeconds(10));
        assertThat(pods()).hasSize(2);
    }

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void inTheBackgroundTheOwnerGoesFirstAndItsPodsAfterTheirGrace() {
        delete(Deletion.Propagation.BACKGROUND);

        assertThat(simulation.cluster().get(RC)).isEmpty();
        run(Duration.ofSeconds(1));
        assertThat(pods()).hasSize(2).allMatch(pod -> pod.getMetadata().getDeletionTimestamp() != null);
        run(GRACE);
        assertThat(pods()).isEmpty();
    }

    /// Rule 112: the finalizer of the foreground.
    @Test
    void inTheForegroundTheOwnerWaitsForItsPods() {
        delete(Deletion.Propagation.FOREGROUND);
        run(Duration.ofSeconds(1));

        assertThat(simulation.cluster().get(RC))
                .hasValueSatisfying(
                        rc -> assertThat(rc.getMetadata().getFinalizers()).containsExactly("foregroundDeletion"));
        assertThat(pods()).allMatch(pod -> pod.getMetadata().getDeletionTimestamp() != null);
        run(GRACE);
        assertThat(simulation.cluster().get(RC)).isEmpty();
        assertThat(pods()).isEmpty();
    }

    @Test
    void orphansStayAndForgetTheirOwner() {
        delete(Deletion.Propagation.ORPHAN);
        run(GRACE);

        assertThat(simulation.cluster().get(RC)).isEmpty();
        assertThat(pods())
                .hasSize(2)
                .allMatch(pod -> pod.getMetadata().getOwnerReferences().isEmpty());
    }

    @Test
    void kubectlDeletesWithTheCascadeThatIsAskedFor() {
        StringBuilder said = new StringBuilder();
        Kubectl kubectl = new Kubectl(simulation.cluster(), "default", _ -> Map.of());
        kubectl.run(List.of("delete", "rc", "web", "--cascade=sideways"), said::append, said::append, _ -> {});
        assertThat(said).contains("invalid cascade value (sideways)");

        kubectl.run(List.of("delete", "rc", "web", "--cascade=orphan"), said::append, said::append, _ -> {});
        run(GRACE);

        assertThat(simulation.cluster().get(RC)).isEmpty();
        assertThat(pods()).hasSize(2);
    }

    /// Rule 112: any live owner keeps an object.
    @Test
    void whatHasAnotherOwnerStaysAndForgetsTheOneThatIsGone() {
        HasMetadata first = simulation.cluster().create(configMap("first"));
        HasMetadata second = simulation.cluster().create(configMap("second"));
        simulation.cluster().create(configMap("owned", first, second));
        simulation.cluster().delete(ResourceId.of(first), Deletion.DEFAULT);
        run(Duration.ofSeconds(1));

        assertThat(simulation
                        .cluster()
                        .get(id("owned"))
                        .orElseThrow()
                        .getMetadata()
                        .getOwnerReferences())
                .singleElement()
                .satisfies(owner -> assertThat(owner.getName()).isEqualTo("second"));

        simulation.cluster().delete(ResourceId.of(second), Deletion.DEFAULT);
        run(Duration.ofSeconds(1));

        assertThat(simulation.cluster().get(id("owned"))).isEmpty();
    }

    @Test
    void aNewOwnerOfTheSameNameIsAnother() {
        HasMetadata owner = simulation.cluster().create(configMap("owner"));
        simulation.cluster().create(configMap("owned", owner));
        simulation.cluster().delete(ResourceId.of(owner), Deletion.DEFAULT);
        simulation.cluster().create(configMap("owner"));
        run(Duration.ofSeconds(1));

        assertThat(simulation.cluster().get(id("owned"))).isEmpty();
        assertThat(simulation.cluster().get(id("owner"))).isPresent();
    }

    private void delete(Deletion.Propagation propagation) {
        simulation.cluster().delete(RC, new Deletion(OptionalLong.empty(), propagation));
    }

    private void run(Duration duration) {
        simulation.advance(duration, Integer.MAX_VALUE);
    }

    private List<HasMetadata> pods() {
        return simulation.cluster().list(Query.in(Kinds.POD, "default"));
    }

    private static ResourceId id(String name) {
        return ResourceId.of(Kinds.CONFIG_MAP, "default", name);
    }

    private static ConfigMap configMap(String name, HasMetadata... owners) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .withOwnerReferences(Stream.of(owners)
                        .map(owner -> new OwnerReferenceBuilder()
                                .withApiVersion(owner.getApiVersion())
                                .withKind(owner.getKind())
                                .withName(owner.getMetadata().getName())
                                .withUid(owner.getMetadata().getUid())
                                .build())
                        .toList())
                .endMetadata()
                .build();
    }
}
