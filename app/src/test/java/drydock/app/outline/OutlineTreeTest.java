package drydock.app.outline;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutlineTreeTest {

    private static Pod pod(String name, String owner) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .addNewOwnerReference()
                .withApiVersion("v1")
                .withKind("Pod")
                .withName(owner)
                .endOwnerReference()
                .endMetadata()
                .build();
    }

    private static SortedMap<ResourceId, Optional<HasMetadata>> objects(List<Pod> pods) {
        SortedMap<ResourceId, Optional<HasMetadata>> objects = new TreeMap<>();
        pods.forEach(pod -> objects.put(ResourceId.of(pod), Optional.of(pod)));
        return objects;
    }

    private static int lines(List<OutlineNode> nodes) {
        return nodes.stream().mapToInt(node -> 1 + lines(node.children())).sum();
    }

    @Test
    void whatIsOwnedStandsBelowItsOwner() {
        List<OutlineNode> tree = OutlineTree.of(objects(List.of(pod("b", "a"), pod("a", "gone"))), Set.of(), "");

        OutlineNode owner = tree.getFirst().children().getFirst().children().getFirst();
        assertThat(owner.item().about().orElseThrow().name()).isEqualTo("a");
        assertThat(owner.children()).hasSize(1);
    }

    @Test
    void thoseThatOwnEachOtherAreThereNevertheless() {
        List<OutlineNode> tree =
                OutlineTree.of(objects(List.of(pod("a", "b"), pod("b", "a"), pod("c", "c"))), Set.of(), "");

        assertThat(lines(tree)).isEqualTo(2 + 3);
    }

    @Test
    void anObjectWhoseTextIsBrokenIsThere() {
        SortedMap<ResourceId, Optional<HasMetadata>> objects = new TreeMap<>();
        ResourceId broken = new ResourceId("", "Pod", "default", "broken");
        objects.put(broken, Optional.empty());

        assertThat(lines(OutlineTree.of(objects, Set.of(broken), ""))).isEqualTo(3);
        assertThat(OutlineTree.of(objects, Set.of(broken), "other")).isEmpty();
    }

    @Test
    void linesOfTenThousandObjectsStayTheSameWhereOneMoreComes() {
        List<Pod> pods = IntStream.range(0, 10_000)
                .mapToObj(i -> pod("pod-" + i, "gone"))
                .toList();
        OutlineLines lines = new OutlineLines();
        lines.show(OutlineTree.of(objects(pods.subList(0, 9_999)), Set.of(), ""), false);
        var before = lines.root().getChildren().getFirst().getChildren().getFirst();

        lines.show(OutlineTree.of(objects(pods), Set.of(), ""), false);

        assertThat(lines.root().getChildren().getFirst().getChildren().getFirst())
                .isSameAs(before);
        assertThat(before.getChildren()).hasSize(10_000);
        assertThat(lines.rows(objects(pods).keySet())).hasSize(10_000).startsWith(2, 3, 4);
    }
}
