package drydock.sim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ReplicationControllerBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InMemoryApiServerTest {

    private static final ResourceId WEB = ResourceId.of(Kinds.POD, "default", "web");

    private final Engine engine = new Engine(7, Instant.parse("2026-01-01T00:00:00Z"));
    private final InMemoryApiServer api = InMemoryApiServer.start(engine, Admission.NONE);
    private final List<ClusterEvent> events = new ArrayList<>();

    @BeforeEach
    void makeTheNamespace() {
        api.create(new NamespaceBuilder()
                .withNewMetadata()
                .withName("default")
                .endMetadata()
                .build());
    }

    @Test
    void whatIsCreatedHasAUidAVersionAndATime() {
        HasMetadata stored = api.create(pod("web"));

        assertThat(stored.getMetadata().getUid()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab].*");
        assertThat(stored.getMetadata().getResourceVersion()).isEqualTo("2");
        assertThat(stored.getMetadata().getCreationTimestamp()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(api.get(WEB)).contains(stored);
    }

    @Test
    void refusalsAreInTheServersWords() {
        api.create(pod("web"));

        assertRefused(409, "pods \"web\" already exists", () -> api.create(pod("web")));
        assertRefused(
                404,
                "pods \"x\" not found",
                () -> api.delete(ResourceId.of(Kinds.POD, "default", "x"), Deletion.DEFAULT));
        assertRefused(
                404,
                "namespaces \"none\" not found",
                () -> api.create(new PodBuilder(pod("web"))
                        .editMetadata()
                        .withNamespace("none")
                        .endMetadata()
                        .build()));
        assertRefused(
                404,
                "replicasets.apps \"x\" not found",
                () -> api.scale(ResourceId.of(Kinds.REPLICA_SET, "default", "x"), 1));
    }

    /// Rule 3.
    @Test
    void aWriteThatDoesNotBuildOnTheCurrentVersionIsRefused() {
        Pod first = (Pod) api.create(pod("web"));
        api.replace(labelled(first, "a"));

        assertRefused(
                409,
                "Operation cannot be fulfilled on pods \"web\": the object has been modified; please apply your changes"
                        + " to the latest version and try again",
                () -> api.replace(labelled(first, "b")));
    }

    @Test
    void aWriteThatChangesNothingMakesNoVersion() {
        Pod first = (Pod) api.create(pod("web"));

        HasMetadata same = api.replace(first);

        assertThat(same.getMetadata().getResourceVersion())
                .isEqualTo(first.getMetadata().getResourceVersion());
    }

    @Test
    void theGenerationGrowsWithTheSpecOnly() {
        ReplicationController stored = (ReplicationController) api.create(controller());
        ResourceId id = ResourceId.of(stored);

        api.scale(id, 3);
        api.patch(id, new Patch(Patch.Type.MERGE, "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}"));

        ReplicationController now = (ReplicationController) api.get(id).orElseThrow();
        assertThat(now.getSpec().getReplicas()).isEqualTo(3);
        assertThat(now.getMetadata().getLabels()).containsEntry("a", "b");
        assertThat(now.getMetadata().getGeneration()).isEqualTo(2);
        assertThat(stored.getSpec().getReplicas()).isEqualTo(1);
    }

    @Test
    void aWatchTellsWhatIsThereThenEachChangeALittleLater() {
        api.create(pod("web"));
        api.watch(Query.in(Kinds.POD, "default"), events::add);
        assertThat(events).isEmpty();

        engine.runUntil(10_000_000);
        api.create(pod("two"));
        engine.runUntil(20_000_000);

        assertThat(events).extracting(e -> e.getClass().getSimpleName()).containsExactly("Added", "Synced", "Added");
    }

    @Test
    void anObjectThatCeasesToMatchIsGoneForTheWatch() {
        Pod labelled = labelled((Pod) api.create(pod("web")), "web");
        api.watch(Query.in(Kinds.POD, "default").withLabels("app=web"), events::add);

        Pod matching = (Pod) api.replace(labelled);
        api.replace(labelled(matching, "debug"));
        engine.runUntil(10_000_000);

        assertThat(events).extracting(e -> e.getClass().getSimpleName()).containsExactly("Synced", "Added", "Deleted");
    }

    @Test
    void aClosedWatchTellsNothingMore() {
        var watch = api.watch(Query.all(Kinds.POD), events::add);
        api.create(pod("web"));

        watch.close();
        engine.runUntil(10_000_000);

        assertThat(events).isEmpty();
    }

    /// Rule 10, which [#noGraceAtAllIsASecondOrNone] has more of.
    @Test
    void aPodOnANodeIsGivenItsGraceAndOneWithoutGoesAtOnce() {
        api.create(pod("web"));
        api.create(pod("two"));
        api.bind(WEB, "node-0");

        api.delete(ResourceId.of(Kinds.POD, "default", "two"), Deletion.DEFAULT);
        api.delete(WEB, Deletion.DEFAULT);

        assertThat(api.list(Query.all(Kinds.POD))).hasSize(1);
        Pod leaving = (Pod) api.get(WEB).orElseThrow();
        assertThat(leaving.getMetadata().getDeletionTimestamp()).isEqualTo("2026-01-01T00:00:30Z");
        assertThat(leaving.getMetadata().getDeletionGracePeriodSeconds()).isEqualTo(30);
    }

    /// Rule 10: a negative grace is 1 s; a Pod that is over gets none.
    @Test
    void noGraceAtAllIsASecondOrNone() {
        api.create(pod("web"));
        api.bind(WEB, "node-0");
        api.delete(WEB, Deletion.DEFAULT.withGraceSeconds(-5));
        assertThat(api.get(WEB).orElseThrow().getMetadata().getDeletionGracePeriodSeconds())
                .isEqualTo(1);

        ResourceId over = ResourceId.of(Kinds.POD, "default", "over");
        api.create(pod("over"));
        api.bind(over, "node-0");
        api.replaceStatus(new PodBuilder((Pod) api.get(over).orElseThrow())
                .editOrNewStatus()
                .withPhase("Succeeded")
                .endStatus()
                .build());
        api.delete(over, Deletion.DEFAULT);
        assertThat(api.get(over)).isEmpty();
    }

    /// Rule 11.
    @Test
    void aSecondDeletionOnlyShortensTheGrace() {
        api.create(pod("web"));
        api.bind(WEB, "node-0");
        api.delete(WEB, Deletion.DEFAULT.withGraceSeconds(20));

        api.delete(WEB, Deletion.DEFAULT.withGraceSeconds(60));
        assertThat(api.get(WEB).orElseThrow().getMetadata().getDeletionGracePeriodSeconds())
                .isEqualTo(20);

        api.delete(WEB, Deletion.DEFAULT.withGraceSeconds(5));
        assertThat(api.get(WEB).orElseThrow().getMetadata().getDeletionTimestamp())
                .isEqualTo("2026-01-01T00:00:05Z");

        api.delete(WEB, Deletion.DEFAULT.withGraceSeconds(0));
        assertThat(api.get(WEB)).isEmpty();
        assertThat(api.log().getLast().last().getMetadata().getDeletionGracePeriodSeconds())
                .isZero();
    }

    @Test
    void aFinalizerHoldsAnObjectUntilItIsTakenAway() {
        Pod held = new PodBuilder(pod("web"))
                .editMetadata()
                .addToFinalizers("example.com/hold")
                .endMetadata()
                .build();
        api.create(held);
        api.delete(WEB, Deletion.DEFAULT);
        Pod marked = (Pod) api.get(WEB).orElseThrow();
        assertThat(marked.getMetadata().getDeletionTimestamp()).isNotNull();

        api.replace(new PodBuilder(marked)
                .editMetadata()
                .withFinalizers(List.of())
                .endMetadata()
                .build());

        assertThat(api.get(WEB)).isEmpty();
    }

    @Test
    void aPodIsBoundOnce() {
        api.create(pod("web"));
        api.bind(WEB, "node-0");

        assertRefused(
                409,
                "Operation cannot be fulfilled on pods \"web\": pod web is already assigned to node \"node-0\"",
                () -> api.bind(WEB, "node-1"));
    }

    @Test
    void generatedNamesAreTheBaseAndFiveCharacters() {
        Pod nameless = new PodBuilder(pod("web"))
                .editMetadata()
                .withName(null)
                .withGenerateName("web-")
                .endMetadata()
                .build();

        assertThat(api.create(nameless).getMetadata().getName()).matches("web-[bcdfghjklmnpqrstvwxz2456789]{5}");
    }

    @Test
    void eachChangeRemembersWhoMadeItAndWhatItReactedTo() {
        ApiServer scheduler = api.as("scheduler");
        scheduler.watch(Query.all(Kinds.POD), event -> {
            if (event instanceof ClusterEvent.Added) {
                scheduler.bind(WEB, "node-0");
            }
        });
        HasMetadata created = api.create(pod("web"));

        engine.runUntil(10_000_000);

        Change binding = api.log().getLast();
        assertThat(binding.component()).isEqualTo("scheduler");
        assertThat(Long.toString(binding.cause()))
                .isEqualTo(created.getMetadata().getResourceVersion());
    }

    @Test
    void likeEventsAreCounted() {
        HasMetadata pod = api.create(pod("web"));

        api.as("kubelet/node-0").record(pod, "Warning", "BackOff", "again", "spec.containers{c}");
        api.as("kubelet/node-0").record(pod, "Warning", "BackOff", "again", "spec.containers{c}");

        assertThat(api.list(Query.all(Kinds.EVENT))).singleElement().satisfies(e -> {
            var event = (io.fabric8.kubernetes.api.model.Event) e;
            assertThat(event.getCount()).isEqualTo(2);
            assertThat(event.getSource().getComponent()).isEqualTo("kubelet");
            assertThat(event.getSource().getHost()).isEqualTo("node-0");
        });
    }

    private static void assertRefused(
            int code, String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(ClusterException.class)
                .hasMessage(message)
                .satisfies(e -> assertThat(((ClusterException) e).code()).isEqualTo(code));
    }

    private static Pod labelled(Pod pod, String app) {
        return new PodBuilder(pod)
                .editMetadata()
                .addToLabels("app", app)
                .endMetadata()
                .build();
    }

    private static Pod pod(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("c")
                .withImage("nginx")
                .endContainer()
                .endSpec()
                .build();
    }

    private static ReplicationController controller() {
        return new ReplicationControllerBuilder()
                .withNewMetadata()
                .withName("rc")
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .endSpec()
                .build();
    }
}
