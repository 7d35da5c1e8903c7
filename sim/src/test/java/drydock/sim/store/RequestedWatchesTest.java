package drydock.sim.store;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestedWatchesTest {

    private static final Query MAPS = Query.all(Kinds.CONFIG_MAP);

    private final ServerFixture server = new ServerFixture();
    private final InMemoryApiServer api = server.api;
    private final List<String> told = new ArrayList<>();

    @Test
    void aWatchGoesOnFromTheVersionOfAList() {
        api.create(ServerFixture.map("a", "k", "1"));
        String version = api.list(MAPS, ListOptions.ALL).version();
        api.replace(ServerFixture.map("a", "k", "2"));
        server.pass(Duration.ofSeconds(30));

        api.watch(MAPS, WatchOptions.after(version), this::hear);
        api.create(ServerFixture.map("b", "k", "1"));
        server.pass(Duration.ofSeconds(1));

        assertThat(told).containsExactly("Modified a", "Added b");
    }

    /// rule 4 and rule 6: at least 75 s of history, then 410.
    @Test
    void aWatchFromTooOldAVersionIsGone() {
        String version = api.list(MAPS, ListOptions.ALL).version();
        for (int i = 0; i < 150; i++) {
            api.create(ServerFixture.map("m" + i, "k", "1"));
        }
        server.pass(Duration.ofSeconds(74));
        api.watch(MAPS, WatchOptions.after(version), this::hear).close();
        assertThat(told).isEmpty();

        server.pass(Duration.ofSeconds(2));
        api.watch(MAPS, WatchOptions.after(version), this::hear);

        assertThat(told).containsExactly("Failed 410 too old resource version: 1 (51)");
    }

    /// rule 5: a version from the future is waited for, 3 s long.
    @Test
    void aWatchFromTheFutureWaitsThreeSeconds() {
        api.watch(MAPS, WatchOptions.after("3"), this::hear);
        api.watch(MAPS, WatchOptions.after("30"), this::hear);
        server.pass(Duration.ofSeconds(2));
        api.create(ServerFixture.map("a", "k", "1"));
        api.create(ServerFixture.map("b", "k", "1"));
        api.create(ServerFixture.map("c", "k", "1"));
        assertThat(told).isEmpty();

        server.pass(Duration.ofSeconds(2));

        assertThat(told).containsExactly("Failed 504 Timeout: Too large resource version: 30, current: 4", "Added c");
    }

    /// rule 6: bookmarks about every 60 s.
    @Test
    void bookmarksTellEachMinuteHowFarTheWatchIs() {
        api.watch(MAPS, WatchOptions.FROM_NOW.withBookmarks(), this::hear);
        api.create(ServerFixture.map("a", "k", "1"));

        server.pass(Duration.ofSeconds(125));

        assertThat(told).containsExactly("Added a", "Bookmark 2", "Bookmark 2");
    }

    /// rule 9: a streaming list ends in a bookmark.
    @Test
    void aStreamingListEndsInABookmark() {
        api.create(ServerFixture.map("a", "k", "1"));

        api.watch(MAPS, new WatchOptions("", true, true), this::hear);
        server.pass(Duration.ofSeconds(1));

        assertThat(told).containsExactly("Added a", "Bookmark 2 initial events end");
    }

    /// rule 7: watches end after 30 to 60 minutes.
    @Test
    void aWatchEndsAfterHalfAnHourToAnHour() {
        api.watch(MAPS, WatchOptions.FROM_NOW, this::hear);

        server.pass(Duration.ofMinutes(29));
        assertThat(told).isEmpty();
        server.pass(Duration.ofMinutes(31));

        assertThat(told).containsExactly("Ended");
    }

    private void hear(WatchEvent event) {
        told.add(
                switch (event) {
                    case WatchEvent.Added(HasMetadata o) ->
                        "Added " + o.getMetadata().getName();
                    case WatchEvent.Modified(HasMetadata o) ->
                        "Modified " + o.getMetadata().getName();
                    case WatchEvent.Deleted(HasMetadata o) ->
                        "Deleted " + o.getMetadata().getName();
                    case WatchEvent.Bookmark(String version, boolean end) ->
                        "Bookmark " + version + (end ? " initial events end" : "");
                    case WatchEvent.Ended _ -> "Ended";
                    case WatchEvent.Failed(var refusal) -> "Failed " + refusal.code() + " " + refusal.getMessage();
                });
    }
}
