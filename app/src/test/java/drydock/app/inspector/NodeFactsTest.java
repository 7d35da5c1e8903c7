package drydock.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import drydock.app.text.Messages;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeFactsTest {

    private final Messages messages = Messages.of(ObservedFacts.class, Locale.ENGLISH);

    @Test
    void aNodeSaysHowItDoesWhatItTakesAndWhatIsAskedOfIt() {
        Node node = new NodeBuilder()
                .withNewMetadata()
                .withName("one")
                .addToLabels("node-role.kubernetes.io/control-plane", "")
                .endMetadata()
                .withNewSpec()
                .withUnschedulable(true)
                .addNewTaint()
                .withKey("team")
                .withValue("web")
                .withEffect("NoSchedule")
                .endTaint()
                .endSpec()
                .withNewStatus()
                .addNewCondition()
                .withType("DiskPressure")
                .withStatus("True")
                .withReason("KubeletHasDiskPressure")
                .withMessage("kubelet has disk pressure")
                .endCondition()
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .withReason("KubeletReady")
                .withMessage("kubelet is posting ready status")
                .endCondition()
                .addNewAddress("10.0.0.1", "InternalIP")
                .withCapacity(
                        Map.of("cpu", new Quantity("4"), "memory", new Quantity("8Gi"), "pods", new Quantity("3")))
                .withAllocatable(Map.of(
                        "cpu", new Quantity("3"),
                        "memory", new Quantity("8Gi"),
                        "pods", new Quantity("3"),
                        "example.com/gpu", new Quantity("1")))
                .withNewNodeInfo()
                .withKubeletVersion("v1.36.2")
                .withOsImage("Debian")
                .withArchitecture("arm64")
                .endNodeInfo()
                .endStatus()
                .build();
        List<HasMetadata> objects =
                List.of(node, pod("a", "one", "Running"), pod("b", "one", "Succeeded"), pod("c", "two", "Running"));

        Map<String, String> facts = NodeFacts.of(node, objects, messages);

        assertThat(facts)
                .contains(
                        entry(
                                "conditions",
                                "Ready: True (KubeletReady)\n"
                                        + "DiskPressure: True (KubeletHasDiskPressure) kubelet has disk pressure"),
                        entry("scheduling", "Disabled: no new Pods are placed here (cordoned)"),
                        entry("taints", "team=web:NoSchedule"),
                        entry("roles", "control-plane"),
                        entry("cpu", "0.5/3 requested, capacity 4"),
                        entry("memory", "0/8Gi requested"),
                        entry("pods", "1/3 requested"),
                        entry("allocatable", "example.com/gpu: 1"),
                        entry("addresses", "InternalIP: 10.0.0.1"),
                        entry("kubelet", "v1.36.2"),
                        entry("system", "Debian · arm64"));
    }

    @Test
    void aNodeThatHasReportedNothingSaysNothing() {
        Node node = new NodeBuilder()
                .withNewMetadata()
                .withName("one")
                .endMetadata()
                .build();

        assertThat(NodeFacts.of(node, List.of(node), messages)).isEmpty();
    }

    @Test
    void whatTheRuntimeOfAPodTakesIsRequestedToo() {
        Node node = new NodeBuilder()
                .withNewMetadata()
                .withName("one")
                .endMetadata()
                .withNewStatus()
                .withAllocatable(Map.of("cpu", new Quantity("4"), "memory", new Quantity("8Gi")))
                .endStatus()
                .build();
        Pod sandboxed = new PodBuilder(pod("a", "one", "Running"))
                .editSpec()
                .withOverhead(Map.of("cpu", new Quantity("250m"), "memory", new Quantity("120Mi")))
                .endSpec()
                .build();

        Map<String, String> facts = NodeFacts.of(node, List.of(node, sandboxed), messages);

        assertThat(facts).contains(entry("cpu", "0.75/4 requested"), entry("memory", "120Mi/8Gi requested"));
    }

    private static Pod pod(String name, String node, String phase) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withNodeName(node)
                .addNewContainer()
                .withNewResources()
                .addToRequests("cpu", new Quantity("500m"))
                .endResources()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase(phase)
                .endStatus()
                .build();
    }
}
