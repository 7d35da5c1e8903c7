package drydock.sim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.cluster.Deletion;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListsTest {

    private static final Query MAPS = Query.in(Kinds.CONFIG_MAP, "default");

    private final ServerFixture server = new ServerFixture();
    private final InMemoryApiServer api = server.api;

    @BeforeEach
    void make() {
        List.of("a", "b", "c", "d", "e").forEach(name -> api.create(ServerFixture.map(name, "k", "v")));
    }

    @Test
    void theLaterPagesShowTheMomentOfTheFirst() {
        ObjectList first = api.list(MAPS, ListOptions.pages(2));
        api.delete(ResourceId.of(Kinds.CONFIG_MAP, "default", "d"), Deletion.DEFAULT);
        api.create(ServerFixture.map("ba", "k", "v"));

        ObjectList second = api.list(MAPS, ListOptions.pages(2).after(first.next()));
        ObjectList third = api.list(MAPS, ListOptions.pages(2).after(second.next()));

        assertThat(names(first)).containsExactly("a", "b");
        assertThat(first.remaining()).isEqualTo(3);
        assertThat(names(second)).containsExactly("c", "d");
        assertThat(names(third)).containsExactly("e");
        assertThat(third.next()).isEmpty();
        assertThat(third.version()).isEqualTo(first.version());
    }

    @Test
    void howManyAreLeftIsNotToldWhereASelectorChooses() {
        ObjectList page = api.list(MAPS.withFields("metadata.name!=b"), ListOptions.pages(2));

        assertThat(names(page)).containsExactly("a", "c");
        assertThat(page.remaining()).isZero();
        assertThat(page.next()).isNotEmpty();
    }

    /// rule 8: compaction every 5 min.
    @Test
    void aPageOfAMomentThatIsCompactedIsGone() {
        ObjectList first = api.list(MAPS, ListOptions.pages(2));
        api.create(ServerFixture.map("f", "k", "v"));
        server.pass(Duration.ofMinutes(6));

        assertThatThrownBy(() -> api.list(MAPS, ListOptions.pages(2).after(first.next())))
                .hasMessageStartingWith("The provided continue parameter is too old");
    }

    /// rule 5: a version from the future is answered with a hint to ask again in a second.
    @Test
    void aVersionFromTheFutureIsRefused() {
        assertThatThrownBy(() -> api.list(MAPS, new ListOptions(0, "", "1000", false)))
                .hasMessage("Timeout: Too large resource version: 1000, current: 6");
    }

    private static List<String> names(ObjectList list) {
        return list.items().stream()
                .map(HasMetadata::getMetadata)
                .map(m -> m.getName())
                .toList();
    }
}
