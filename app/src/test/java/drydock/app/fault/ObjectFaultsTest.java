package drydock.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.observe.Observed;
import drydock.app.task.Tasks;
import drydock.model.cluster.ClusterEvent;
import drydock.sim.fault.FaultCommand;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObjectFaultsTest {

    private final Observed observed = new Observed(Tasks.inPlace());

    private static Node node(String name, String zone) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("topology.kubernetes.io/zone", zone)
                .endMetadata()
                .build();
    }

    private static PodSpec spec() {
        return new PodSpecBuilder()
                .addNewContainer()
                .withName("nginx")
                .withImage("registry:5000/nginx:1.27")
                .endContainer()
                .build();
    }

    private List<String> lines(HasMetadata object) {
        return ObjectFaults.of(object, observed).stream()
                .flatMap(choice -> choice.lines().stream())
                .toList();
    }

    @Test
    void everyFaultOfANodeAPodAndARolloutIsThere() {
        Node here = node("n1", "east");
        Stream.of(here, node("n2", "west")).forEach(n -> observed.accept(new ClusterEvent.Added(n)));
        HasMetadata pod = new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web")
                .endMetadata()
                .withSpec(spec())
                .build();
        HasMetadata web = new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withSpec(spec())
                .endTemplate()
                .endSpec()
                .build();

        assertThat(lines(here))
                .contains(
                        "fault node-lost n1",
                        "fault node-slow n1",
                        "fault disk-full n1",
                        "fault network-cut n1",
                        "fault component-stopped kubelet/n1",
                        "fault network-cut east west");
        assertThat(lines(pod))
                .containsExactly(
                        "fault container-killed shop/web nginx",
                        "fault memory-leak shop/web nginx",
                        "fault image-missing registry:5000/nginx:1.27");
        assertThat(lines(web))
                .containsExactly(
                        "fault image-missing registry:5000/nginx:missing",
                        "kubectl -n shop set image deployment/web nginx=registry:5000/nginx:missing");
        assertThat(Stream.of(here, pod, web).flatMap(object -> lines(object).stream()))
                .filteredOn(line -> line.startsWith("fault "))
                .allMatch(line -> FaultCommand.parse(
                                List.of(line.substring("fault ".length()).split(" ", -1)))
                        .isPresent());
    }
}
