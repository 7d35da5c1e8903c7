package drydock.app.forward;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.forward.Forwarding.Course;
import drydock.app.task.Tasks;
import drydock.app.testing.ContainerSession;
import drydock.app.testing.TestAccess;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.DirectAccess.PodPort;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForwardingTest {

    private static final ResourceId SERVICE = ResourceId.of(Kinds.SERVICE, "shop", "web");

    private final TestAccess access = new TestAccess();
    private final ContainerSession session = new ContainerSession(Optional.of(access));
    private final Forwards forwards = new Forwards(Tasks.inPlace());

    @Test
    void aServicesPortLeadsToTheNamedPortOfAReadyPod() {
        session.put(service());
        session.put(pod("web-1", false));
        session.put(pod("web-2", true));

        Forwarding forwarding = forwards.open(session, SERVICE, 80, 0);

        assertThat(access.forwards().getFirst().target()).contains(new PodPort(id("web-2"), 8080));
        assertThat(forwarding.stateProperty().get().course()).isEqualTo(Course.OPEN);
        assertThat(forwarding.stateProperty().get().local()).isEqualTo(40_000);
    }

    @Test
    void itSurvivesThatItsPodIsReplacedAndSaysWhileThereIsNone() {
        session.put(service());
        session.put(pod("web-1", true));
        Forwarding forwarding = forwards.open(session, SERVICE, 80, 8000);

        session.remove(pod("web-1", true));
        assertThat(forwarding.stateProperty().get().course()).isEqualTo(Course.WAITING);
        assertThat(access.forwards().getFirst().target()).isEmpty();
        session.put(pod("web-2", true));

        assertThat(forwarding.stateProperty().get().course()).isEqualTo(Course.OPEN);
        assertThat(access.forwards().getFirst().target()).contains(new PodPort(id("web-2"), 8080));
        assertThat(access.forwards()).hasSize(1);
    }

    @Test
    void whatGoesWrongWithAConnectionIsSaidAndThePortStays() {
        session.put(pod("web-1", true));
        Forwarding forwarding = forwards.open(session, id("web-1"), 8080, 0);

        access.forwards().getFirst().listener().connected(new PodPort(id("web-1"), 8080), 1);
        assertThat(forwarding.stateProperty().get().connections()).isEqualTo(1);
        access.forwards().getFirst().listener().disconnected(0, Optional.of("connection refused"));

        assertThat(forwarding.stateProperty().get().said()).contains("connection refused");
        assertThat(forwarding.stateProperty().get().course()).isEqualTo(Course.OPEN);
        access.forwards().getFirst().listener().connected(new PodPort(id("web-1"), 8080), 1);
        assertThat(forwarding.stateProperty().get().said()).isEmpty();
    }

    @Test
    void itEndsWhenTheClusterIsLocked() {
        session.put(pod("web-1", true));
        Forwarding forwarding = forwards.open(session, id("web-1"), 8080, 0);

        session.writable().set(false);

        assertThat(forwarding.stateProperty().get().course()).isEqualTo(Course.ENDED);
        assertThat(access.forwards().getFirst().isClosed()).isTrue();
    }

    @Test
    void oneThatIsStoppedIsClosedAndGone() {
        session.put(pod("web-1", true));
        Forwarding forwarding = forwards.open(session, id("web-1"), 8080, 0);

        forwards.stop(forwarding);

        assertThat(access.forwards().getFirst().isClosed()).isTrue();
        assertThat(forwards.all()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        access.refuse(new ClusterException("port 80 of this machine: Address already in use", new RuntimeException()));
        session.put(pod("web-1", true));

        Forwarding forwarding = forwards.open(session, id("web-1"), 8080, 80);

        assertThat(forwarding.stateProperty().get().course()).isEqualTo(Course.ENDED);
        assertThat(forwarding.stateProperty().get().said()).contains("port 80 of this machine: Address already in use");
    }

    @Test
    void theListHearsOfWhatIsForwardedThoughNobodyHoldsIt() {
        int[] told = {0};
        forwards.all().subscribe(() -> told[0]++);
        System.gc();
        session.put(pod("web-1", true));

        forwards.open(session, id("web-1"), 8080, 0);

        assertThat(told[0]).isEqualTo(1);
    }

    @Test
    void offeredAreTheServicesPortsOrThoseOfTheContainers() {
        session.put(service());
        session.put(pod("web-1", true));

        assertThat(Ports.of(session.observed(), SERVICE)).containsExactly(new Ports.Offered(80, "www"));
        assertThat(Ports.of(session.observed(), id("web-1"))).containsExactly(new Ports.Offered(8080, "http"));
    }

    private static ResourceId id(String pod) {
        return ResourceId.of(Kinds.POD, "shop", pod);
    }

    private static io.fabric8.kubernetes.api.model.Service service() {
        return new ServiceBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .addToSelector("app", "web")
                .addNewPort()
                .withName("www")
                .withPort(80)
                .withTargetPort(new IntOrString("http"))
                .endPort()
                .addNewPort()
                .withName("dns")
                .withProtocol("UDP")
                .withPort(53)
                .endPort()
                .endSpec()
                .build();
    }

    private static Pod pod(String name, boolean ready) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(name)
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("nginx")
                .addNewPort()
                .withName("http")
                .withContainerPort(8080)
                .endPort()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready ? "True" : "False")
                .endCondition()
                .endStatus()
                .build();
    }
}
