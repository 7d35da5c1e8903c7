package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.observe.Observed;
import drydock.app.task.Tasks;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.cluster.Subscription;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// More objects than a page has, changed by many at once, on the real control plane. How fast it goes [LiveBenchmark]
/// says.
@Tag(RealCluster.TAG)
class ManyChangesTest {

    private static final int OBJECTS = 620;
    private static final int CHANGES = 1_500;
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final String namespace = "many-" + UUID.randomUUID().toString().substring(0, 8);
    private final Query query = Query.in(Kinds.CONFIG_MAP, namespace);

    @BeforeEach
    void make() throws Exception {
        try (LiveCluster cluster = RealCluster.connect("admin")) {
            cluster.create(new NamespaceBuilder()
                    .withNewMetadata()
                    .withName(namespace)
                    .endMetadata()
                    .build());
            BenchmarkObjects.inParallel(
                    OBJECTS,
                    i -> cluster.create(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withNamespace(namespace)
                            .withName("map-" + i)
                            .endMetadata()
                            .build()));
        }
    }

    @AfterEach
    void takeAway() throws Exception {
        if (RealCluster.isThere()) {
            try (LiveCluster cluster = RealCluster.connect("admin")) {
                cluster.delete(ResourceId.of(Kinds.NAMESPACE, "", namespace), Deletion.DEFAULT);
            }
        }
    }

    @Test
    void allPagesAreKnownAndNoLastStateIsMissed() throws Exception {
        Observed observed = new Observed(Tasks.inPlace());
        try (LiveCluster cluster = RealCluster.connect("admin");
                LiveCluster writer = RealCluster.connect("admin");
                Subscription _ = cluster.watch(query, event -> {
                    synchronized (observed) {
                        observed.accept(event);
                    }
                })) {
            RealCluster.await("what there is", LIMIT, () -> known(observed).equals(there(writer)));
            assertThat(known(observed)).hasSizeGreaterThanOrEqualTo(OBJECTS);

            BenchmarkObjects.inParallel(
                    CHANGES,
                    i -> writer.patch(
                            ResourceId.of(Kinds.CONFIG_MAP, namespace, "map-" + i % (OBJECTS / 2)),
                            new Patch(Patch.Type.MERGE, "{\"data\":{\"n\":\"" + i + "\"}}")));

            RealCluster.await("all last states", LIMIT, () -> known(observed).equals(there(writer)));
        }
    }

    private static Map<ResourceId, String> known(Observed observed) {
        Map<ResourceId, String> versions = new TreeMap<>();
        synchronized (observed) {
            observed.objects()
                    .forEach(object -> versions.put(
                            ResourceId.of(object), object.getMetadata().getResourceVersion()));
        }
        return versions;
    }

    private Map<ResourceId, String> there(LiveCluster cluster) {
        Map<ResourceId, String> versions = new TreeMap<>();
        cluster.list(query)
                .forEach(object ->
                        versions.put(ResourceId.of(object), object.getMetadata().getResourceVersion()));
        return versions;
    }
}
