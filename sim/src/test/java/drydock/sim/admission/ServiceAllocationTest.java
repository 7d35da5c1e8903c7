package drydock.sim.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.cluster.Deletion;
import drydock.model.resource.ResourceId;
import drydock.sim.ControlPlane;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceAllocationTest {

    private final ApiServer api = new ControlPlane().apply(new Engine(3, Instant.parse("2026-01-01T00:00:00Z")));

    @Test
    void aServiceGetsAnAddressAboveTheStaticBand() {
        Service service = (Service) api.create(service("a", null, null));

        assertThat(service.getSpec().getClusterIP()).matches("10\\.96\\.([1-9]\\d*)\\.\\d+");
        assertThat(service.getSpec().getClusterIPs())
                .containsExactly(service.getSpec().getClusterIP());
        assertThat(service.getSpec().getPorts().getFirst().getTargetPort().getIntVal())
                .isEqualTo(80);
        assertThat(service.getSpec().getSessionAffinity()).isEqualTo("None");
    }

    @Test
    void aPortThatIsTakenOrOutOfRangeIsRefused() {
        api.create(service("a", null, 30_000));

        assertThatThrownBy(() -> api.create(service("b", null, 30_000)))
                .hasMessage("Service \"b\" is invalid: spec.ports[0].nodePort: Invalid value: 30000: "
                        + "provided port is already allocated");
        assertThatThrownBy(() -> api.create(service("b", null, 80)))
                .hasMessageEndingWith(
                        "80: provided port is not in the valid range. " + "The range of valid ports is 30000-32767");
    }

    @Test
    void anAddressThatIsTakenOrOutOfRangeIsRefused() {
        api.create(service("a", "10.96.0.20", null));

        assertThatThrownBy(() -> api.create(service("b", "10.96.0.20", null)))
                .hasMessage("Service \"b\" is invalid: spec.clusterIPs: Invalid value: [\"10.96.0.20\"]: "
                        + "failed to allocate IP 10.96.0.20: provided IP is already allocated");
        assertThatThrownBy(() -> api.create(service("b", "203.0.113.9", null)))
                .hasMessageEndingWith("the provided IP (203.0.113.9) is not in the valid range. "
                        + "The range of valid IPs is 10.96.0.0/16");
    }

    @Test
    void whatADeletedServiceHeldCanBeHadAgain() {
        Service first = (Service) api.create(service("a", "10.96.0.20", 30_000));
        api.delete(ResourceId.of(first), Deletion.DEFAULT);

        Service second = (Service) api.create(service("b", "10.96.0.20", 30_000));

        assertThat(second.getSpec().getPorts().getFirst().getNodePort()).isEqualTo(30_000);
    }

    @Test
    void anUpdateThatSaysNothingOfAddressAndPortKeepsThem() {
        Service first = (Service) api.create(service("a", null, 31_000));

        Service second = (Service) api.replace(new ServiceBuilder(service("a", null, null))
                .editSpec()
                .withType("NodePort")
                .endSpec()
                .build());

        assertThat(second.getSpec().getClusterIP()).isEqualTo(first.getSpec().getClusterIP());
        assertThat(second.getSpec().getPorts().getFirst().getNodePort()).isEqualTo(31_000);
    }

    @Test
    void aServiceThatBecomesInternalGivesItsNodePortBack() {
        Service first = (Service) api.create(service("a", null, 31_000));

        api.replace(new ServiceBuilder(first)
                .editSpec()
                .withType("ClusterIP")
                .endSpec()
                .build());

        assertThat(((Service) api.create(service("b", null, 31_000)))
                        .getSpec()
                        .getPorts()
                        .getFirst()
                        .getNodePort())
                .isEqualTo(31_000);
    }

    @Test
    void aHeadlessServiceTakesNoAddress() {
        Service service = (Service) api.create(service("a", "None", null));

        assertThat(service.getSpec().getClusterIP()).isEqualTo("None");
    }

    private static Service service(String name, @Nullable String address, @Nullable Integer nodePort) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withClusterIP(address)
                .withType(nodePort == null ? null : "NodePort")
                .addNewPort()
                .withPort(80)
                .withNodePort(nodePort)
                .endPort()
                .endSpec()
                .build();
    }
}
