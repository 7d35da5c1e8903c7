package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.app.serve.ApiOnLoopback;
import drydock.app.testing.Exchange;
import drydock.app.testing.Exchange.Chunks;
import drydock.app.testing.FaultyServer;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/// What a live cluster tells when its server, or what is between, fails: over HTTP, before a simulated API server.
class LiveFailuresTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final ResourceKind KIND = Kinds.CONFIG_MAP;

    private final List<ClusterEvent> events = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private ApiOnLoopback served;
    private KubernetesClient outside;
    private FaultyServer server;
    private LiveCluster cluster;

    @BeforeEach
    void connect() throws Exception {
        served = serve();
        outside = client(served);
        server = new FaultyServer(served.address());
        put(outside, "before");
        Files.writeString(folder.resolve("token"), "old");
        Path kubeconfig = folder.resolve("config");
        Files.writeString(kubeconfig, """
            apiVersion: v1
            kind: Config
            clusters: [{name: it, cluster: {server: "%s"}}]
            users: [{name: me, user: {tokenFile: token}}]
            contexts: [{name: it, context: {cluster: it, user: me}}]
            current-context: it
            """.formatted(server.address()));
        cluster = LiveCluster.connect(Kubeconfig.read(kubeconfig), "it", Optional.empty());
        var watching = cluster.watch(Query.in(KIND, "default"), events::add);
        assertThat(watching).isNotNull();
        await("what there is", () -> events.contains(new ClusterEvent.Synced(KIND)));
    }

    @AfterEach
    void close() throws IOException {
        cluster.close();
        server.close();
        outside.close();
        served.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 504})
    void aServerThatAnswersWithErrorsIsToldInItsWordsAndFollowedWithoutALoss(int code) throws Exception {
        server.fail(exchange -> {
            exchange.refuse(code, "too much to do");
            return true;
        });
        await("the outage", () -> outages().contains("too much to do"));
        put(outside, "meanwhile");
        server.mend();

        await("the return", () -> events.contains(new ClusterEvent.Resumed(KIND)));
        put(outside, "after");

        await("what happens afterwards", () -> added().contains("after"));
        assertThat(added()).containsSubsequence("before", "meanwhile", "after").doesNotHaveDuplicates();
    }

    @Test
    void whatWasDeletedByOthersMeanwhileIsNotFoundInTheServersWords() {
        assertThatThrownBy(() -> cluster.delete(ResourceId.of(KIND, "default", "gone"), Deletion.DEFAULT))
                .isInstanceOfSatisfying(
                        ClusterException.class,
                        refused -> assertThat(refused.code()).isEqualTo(404))
                .hasMessageContaining("configmaps \"gone\" not found");
    }

    @Test
    void whatIsDeletedWhileTheConnectionBreaksIsNotTakenForMissing() {
        server.fail(_ -> {
            throw new IOException("the connection breaks");
        });

        assertThatThrownBy(() -> cluster.delete(ResourceId.of(KIND, "default", "before"), Deletion.DEFAULT))
                .isInstanceOfSatisfying(
                        ClusterException.class,
                        refused -> assertThat(refused.code()).isNotEqualTo(404))
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void whatAProxyAnswersThatIsNoApiServerIsAnOutageAndNothingIsTakenForGone() throws Exception {
        server.fail(exchange -> {
            exchange.answer(200, "text/html", "<html>Sign in to the network</html>");
            return true;
        });
        await("the outage", () -> !outages().isEmpty());
        server.mend();

        await("the return", () -> events.contains(new ClusterEvent.Resumed(KIND)));
        assertThat(events).noneMatch(ClusterEvent.Deleted.class::isInstance);
    }

    @Test
    void aHistoryThatTheServerHasForgottenIsListedAnew() throws Exception {
        server.fail(LiveFailuresTest::tooOld);
        await("that it is asked for", () -> outages().contains("too old resource version: 1 (2)"));
        put(outside, "meanwhile");
        server.mend();

        await("what was made meanwhile", () -> added().contains("meanwhile"));
        await("the return", () -> events.getLast() instanceof ClusterEvent.Resumed || resumedAfterTheLastOutage());
    }

    private static boolean tooOld(Exchange exchange) throws IOException {
        if (exchange.parameter("watch").isEmpty()) {
            return false;
        }
        try (Chunks chunks = exchange.chunks()) {
            chunks.write("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"apiVersion\":\"v1\","
                    + "\"status\":\"Failure\",\"message\":\"too old resource version: 1 (2)\","
                    + "\"reason\":\"Expired\",\"code\":410}}\n");
        }
        return true;
    }

    @Test
    void aTokenThatExpiresIsReadAnewAndUntilThereIsOneItIsAnOutage() throws Exception {
        AtomicReference<String> valid = new AtomicReference<>("new");
        server.fail(exchange -> {
            boolean let = exchange.header("Authorization").equals("Bearer " + valid.get());
            if (!let) {
                exchange.refuse(401, "Unauthorized");
            }
            return !let;
        });
        await("the outage", () -> outages().contains("Unauthorized"));
        put(outside, "meanwhile");
        Files.writeString(folder.resolve("token"), "new");

        await("the return", () -> events.contains(new ClusterEvent.Resumed(KIND)));
        assertThat(added()).containsExactly("before", "meanwhile");
        assertThat(events).noneMatch(ClusterEvent.Refused.class::isInstance);
    }

    @Test
    void aServerThatStartsWithOtherDataIsShownAsItIs() throws Exception {
        try (ApiOnLoopback emptied = serve();
                KubernetesClient anew = client(emptied)) {
            put(anew, "another");

            server.restart(emptied.address());

            await("what is there now", () -> added().contains("another"));
            await(
                    "what is gone",
                    () -> events.stream()
                            .anyMatch(event -> event instanceof ClusterEvent.Deleted(var gone)
                                    && gone.getMetadata().getName().equals("before")));
            put(anew, "later");
            await("what happens there afterwards", () -> added().contains("later"));
        }
    }

    private static ApiOnLoopback serve() throws IOException {
        return ApiOnLoopback.start(Simulation.start(SimulationOptions.DEFAULT), 0, OptionalDouble.of(1));
    }

    private static KubernetesClient client(ApiOnLoopback api) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(api.kubeconfig()))
                .build();
    }

    private static void put(KubernetesClient client, String name) {
        ConfigMap map = new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .addToLabels("of", "the-test")
                .endMetadata()
                .build();
        client.resource(map).create();
    }

    private List<String> outages() {
        return events.stream()
                .filter(ClusterEvent.Interrupted.class::isInstance)
                .map(event -> ((ClusterEvent.Interrupted) event).message())
                .toList();
    }

    private boolean resumedAfterTheLastOutage() {
        List<ClusterEvent> told = List.copyOf(events).reversed();
        return told.stream()
                .filter(event -> event instanceof ClusterEvent.Interrupted || event instanceof ClusterEvent.Resumed)
                .findFirst()
                .filter(ClusterEvent.Resumed.class::isInstance)
                .isPresent();
    }

    /// The names of the test's objects that were told of, in that order.
    private List<String> added() {
        return events.stream()
                .filter(event -> event instanceof ClusterEvent.Added(var object)
                        && object.getMetadata().getLabels() != null
                        && object.getMetadata().getLabels().containsKey("of"))
                .map(event ->
                        ((ClusterEvent.Added) event).object().getMetadata().getName())
                .toList();
    }

    private void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError(what + " was not told: " + told(), late);
        }
    }

    /// All that was told, in short.
    private List<String> told() {
        return events.stream()
                .map(event -> switch (event) {
                    case ClusterEvent.Added(var object) ->
                        "added " + object.getMetadata().getName();
                    case ClusterEvent.Modified(var object) ->
                        "modified " + object.getMetadata().getName();
                    case ClusterEvent.Deleted(var object) ->
                        "deleted " + object.getMetadata().getName();
                    default -> event.toString();
                })
                .toList();
    }
}
