package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.live.api.Usage;
import drydock.app.live.api.Usage.Used;
import drydock.app.testing.ContainerSession;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.load.LoadPoint;
import drydock.render.load.Loads;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsageLoadsTest {

    private static final ResourceId DEPLOYMENT = ResourceId.of(Kinds.DEPLOYMENT, "shop", "web");
    private static final ResourceId NODE = ResourceId.of(Kinds.NODE, "", "node-1");

    private final ContainerSession session = new ContainerSession();
    private final UsageLoads loads = new UsageLoads();

    @BeforeEach
    void fill() {
        session.put(new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web")
                .endMetadata()
                .build());
        session.put(new ReplicaSetBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web-1")
                .addNewOwnerReference()
                .withApiVersion("apps/v1")
                .withKind("Deployment")
                .withName("web")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .build());
        session.put(pod("a", "Running"));
        session.put(pod("b", "Running"));
    }

    @Test
    void aWorkloadUsesWhatItsPodsUseBesideWhatTheyAskFor() {
        Loads shown = loads.after(usage(0.1, 0.3), session.observed());

        assertThat(shown.series().get(DEPLOYMENT).last())
                .isEqualTo(new LoadPoint(0.4, 1.0, 2_000_000, 4_000_000, 2, 0, 0, 0));
        assertThat(shown.series().get(id("b")).last())
                .isEqualTo(new LoadPoint(0.3, 0.5, 1_000_000, 2_000_000, 1, 0, 0, 0));
    }

    @Test
    void aNodeHasItsOwnUseAndTheRequestsOfAllThatRunsThere() {
        session.put(pod("done", "Succeeded"));

        LoadPoint node = loads.after(usage(0.1, 0.3), session.observed())
                .series()
                .get(NODE)
                .last();

        assertThat(node.cpu()).isEqualTo(2);
        assertThat(node.requested()).isEqualTo(1.0);
        assertThat(node.requestedMemory()).isEqualTo(4_000_000);
    }

    @Test
    void momentsAreKeptForAWhileAndWhatIsGoneIsForgotten() {
        Loads shown = Loads.NONE;
        for (int i = 0; i < 70; i++) {
            shown = loads.after(usage(i, 0), session.observed());
        }
        assertThat(shown.series().get(id("a")).points()).hasSize(60);
        assertThat(shown.series().get(id("a")).points().getFirst().cpu()).isEqualTo(10);

        shown = loads.after(new Usage(Map.of(NODE, new Used(1, 1))), session.observed());

        assertThat(shown.series()).containsOnlyKeys(NODE);
    }

    private static Usage usage(double a, double b) {
        return new Usage(Map.of(
                id("a"),
                new Used(a, 1_000_000),
                id("b"),
                new Used(b, 1_000_000),
                id("unseen"),
                new Used(9, 9),
                NODE,
                new Used(2, 8_000_000)));
    }

    private static ResourceId id(String pod) {
        return ResourceId.of(Kinds.POD, "shop", pod);
    }

    private static Pod pod(String name, String phase) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(name)
                .addNewOwnerReference()
                .withApiVersion("apps/v1")
                .withKind("ReplicaSet")
                .withName("web-1")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .withNodeName("node-1")
                .addNewContainer()
                .withName("nginx")
                .withNewResources()
                .addToRequests("cpu", new Quantity("500m"))
                .addToRequests("memory", new Quantity("2M"))
                .endResources()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase(phase)
                .endStatus()
                .build();
    }
}
