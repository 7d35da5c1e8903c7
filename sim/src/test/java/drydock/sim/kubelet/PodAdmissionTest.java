package drydock.sim.kubelet;

import static drydock.sim.kubelet.PodFixtures.NOW;
import static drydock.sim.kubelet.PodFixtures.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PodAdmissionTest {

    private final Node node = NodeStatuses.complete(
            new NodeBuilder()
                    .withNewMetadata()
                    .withName("node-0")
                    .endMetadata()
                    .withNewStatus()
                    .addToCapacity("cpu", new Quantity("1"))
                    .addToCapacity("pods", new Quantity("2"))
                    .endStatus()
                    .build(),
            0,
            NOW);

    @Test
    @DisplayName("rule 70: OutOfcpu")
    void aPodThatAsksForMoreCpuThanIsLeftIsTurnedAway() {
        Optional<PodAdmission.Refusal> refusal = PodAdmission.refusal(node, asking("600m"), List.of(asking("500m")));

        assertThat(refusal).get().extracting(PodAdmission.Refusal::reason).isEqualTo("OutOfcpu");
        assertThat(refusal.orElseThrow().message())
                .isEqualTo("Node didn't have enough resource: cpu, requested: 600, used: 500, capacity: 1000");
        assertThat(PodAdmission.refusal(node, asking("500m"), List.of(asking("500m"))))
                .isEmpty();
    }

    @Test
    @DisplayName("rule 70: OutOfpods")
    void aFullNodeTakesNoPod() {
        assertThat(PodAdmission.refusal(
                        node, PodClaim.of(pod("Always", "a").getSpec()), List.of(asking("0"), asking("0"))))
                .get()
                .extracting(PodAdmission.Refusal::reason)
                .isEqualTo("OutOfpods");
    }

    @Test
    void aHostPortIsGivenOnce() {
        assertThat(PodAdmission.refusal(node, onPort("0.0.0.0"), List.of(onPort("127.0.0.1"))))
                .get()
                .extracting(PodAdmission.Refusal::reason)
                .isEqualTo("NodePorts");
        assertThat(PodAdmission.refusal(node, onPort("10.0.0.1"), List.of(onPort("127.0.0.1"))))
                .isEmpty();
    }

    @Test
    void aNodeIsRegisteredWithWhatItLeavesOut() {
        assertThat(node.getSpec().getPodCIDR()).isEqualTo("10.244.0.0/24");
        assertThat(NodeStatuses.address(node)).isEqualTo("192.0.2.10");
        assertThat(node.getStatus().getAllocatable()).containsKey("cpu");
        assertThat(node.getMetadata().getLabels()).containsEntry("kubernetes.io/hostname", "node-0");
    }

    @Test
    void podAddressesAreUsedInTurn() {
        PodAddresses addresses = new PodAddresses("10.244.3.0/30");

        assertThat(addresses.take()).contains("10.244.3.2");
        assertThat(addresses.take()).isEmpty();
        addresses.release("10.244.3.2");
        assertThat(addresses.take()).contains("10.244.3.2");
    }

    private static PodClaim asking(String cpu) {
        return PodClaim.of(pod("Always", "a")
                .edit()
                .editSpec()
                .editFirstContainer()
                .withNewResources()
                .addToRequests("cpu", new Quantity(cpu))
                .endResources()
                .endContainer()
                .endSpec()
                .build()
                .getSpec());
    }

    private static PodClaim onPort(String hostIp) {
        return PodClaim.of(pod("Always", "a")
                .edit()
                .editSpec()
                .editFirstContainer()
                .addNewPort()
                .withContainerPort(80)
                .withHostPort(8888)
                .withHostIP(hostIp)
                .endPort()
                .endContainer()
                .endSpec()
                .build()
                .getSpec());
    }
}
