package drydock.sim.store;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final ServerFixture server = new ServerFixture();
    private final InMemoryApiServer api = server.api;

    /// Long enough that moments between kept ones are asked for, before and behind.
    @Test
    void everyMomentIsAsItWas() {
        Random random = new Random(5);
        List<List<HasMetadata>> moments = new ArrayList<>();
        while (api.log().size() < 6_000) {
            ResourceId id = ResourceId.of(Kinds.CONFIG_MAP, "default", "m" + random.nextInt(40));
            if (api.get(id).isEmpty()) {
                api.create(ServerFixture.map(id.name(), "n", "0"));
            } else if (random.nextInt(3) == 0) {
                api.delete(id, Deletion.DEFAULT);
            } else {
                api.replace(ServerFixture.map(id.name(), "n", Integer.toString(random.nextInt())));
            }
            int version = api.log().size();
            while (moments.size() < version) {
                moments.add(List.of());
            }
            moments.set(version - 1, present());
        }

        for (int version = 2; version <= moments.size(); version += 37) {
            assertThat(api.at(version).list(Kinds.CONFIG_MAP, "")).containsExactlyElementsOf(moments.get(version - 1));
            assertThat(api.at(version).list(Kinds.CONFIG_MAP, "default"))
                    .containsExactlyElementsOf(moments.get(version - 1));
        }
    }

    private List<HasMetadata> present() {
        return api.list(drydock.model.cluster.Query.all(Kinds.CONFIG_MAP));
    }

    @Test
    void aMomentIsFoundByItsTime() {
        Instant start = api.now();
        api.create(ServerFixture.map("a", "n", "1"));
        server.pass(Duration.ofSeconds(10));
        api.replace(ServerFixture.map("a", "n", "2"));

        assertThat(value(api.at(start.minusSeconds(1)))).isEqualTo("none");
        assertThat(value(api.at(start))).isEqualTo("1");
        assertThat(value(api.at(start.plusMillis(9_999)))).isEqualTo("1");
        assertThat(value(api.at(start.plusSeconds(10)))).isEqualTo("2");
        assertThat(value(api.at(start.plusSeconds(9_000)))).isEqualTo("2");
    }

    private static String value(Snapshot moment) {
        return moment.get(ResourceId.of(Kinds.CONFIG_MAP, "default", "a"))
                .map(object -> ((ConfigMap) object).getData().get("n"))
                .orElse("none");
    }
}
