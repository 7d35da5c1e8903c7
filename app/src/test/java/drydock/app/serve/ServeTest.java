package drydock.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The served cluster as a stranger sees it: fabric8's client, and plain requests.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServeTest {

    private ApiOnLoopback api;
    private KubernetesClient client;

    @BeforeAll
    void serve() throws IOException {
        api = ApiOnLoopback.start(Simulation.start(SimulationOptions.DEFAULT), 0, OptionalDouble.of(20));
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(api.kubeconfig()))
                .build();
    }

    @AfterAll
    void close() {
        client.close();
        api.close();
    }

    private static Deployment web(int replicas) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("nginx")
                .withImage("nginx:1.27")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static ConfigMap map(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("of", "test")
                .endMetadata()
                .addToData("key", "value")
                .build();
    }

    @Test
    void tellsWhatItServes() {
        assertThat(client.getKubernetesVersion().getGitVersion()).startsWith("v1.");
        assertThat(client.getApiGroup("apps").getPreferredVersion().getGroupVersion())
                .isEqualTo("apps/v1");
        assertThat(client.getApiResources("apps/v1").getResources())
                .extracting(APIResource::getName)
                .contains("deployments", "deployments/scale", "deployments/status");
        assertThat(client.nodes().list().getItems()).extracting(Node::getKind).hasSize(3);
        assertThat(client.supports(Pod.class)).isTrue();
    }

    @Test
    void aDeploymentIsMadeScaledAndDeletedWithItsPods() {
        client.resource(web(2)).create();
        client.apps().deployments().withName("web").waitUntilReady(60, TimeUnit.SECONDS);
        assertThat(client.pods().withLabel("app", "web").list().getItems())
                .extracting(pod -> pod.getStatus().getPhase())
                .containsExactly("Running", "Running");

        client.apps().deployments().withName("web").scale(3);
        client.apps()
                .deployments()
                .withName("web")
                .waitUntilCondition(
                        d -> Integer.valueOf(3).equals(d.getStatus().getReadyReplicas()), 60, TimeUnit.SECONDS);
        String log = client.pods()
                .withName(client.pods()
                        .withLabel("app", "web")
                        .list()
                        .getItems()
                        .getFirst()
                        .getMetadata()
                        .getName())
                .getLog();
        assertThat(log).isNotNull();

        client.apps().deployments().withName("web").delete();
        client.pods()
                .withLabel("app", "web")
                .informOnCondition(List::isEmpty)
                .orTimeout(120, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void objectsAreReplacedPatchedAndAppliedAndRefusedInTheServersWords() {
        client.resource(map("mine")).create();
        ConfigMap first = client.configMaps().withName("mine").get();

        client.resource(new ConfigMapBuilder(first).addToData("more", "1").build())
                .update();
        client.configMaps()
                .withName("mine")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\":{\"merged\":\"2\"}}");
        client.configMaps()
                .withName("mine")
                .patch(PatchContext.of(PatchType.JSON), "[{\"op\":\"remove\",\"path\":\"/data/key\"}]");
        ConfigMap applied = map("mine");
        applied.setData(Map.of("applied", "3"));
        client.resource(applied).forceConflicts().serverSideApply();

        assertThat(client.configMaps().withName("mine").get().getData()).containsOnlyKeys("more", "merged", "applied");
        assertThatThrownBy(() -> client.resource(first).update())
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("the object has been modified");
        assertThatThrownBy(() -> client.resource(map("mine")).create())
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        refused -> assertThat(refused.getStatus().getReason()).isEqualTo("AlreadyExists"));
        assertThat(client.configMaps().withName("none").get()).isNull();
        assertThat(client.configMaps().withName("mine").delete()).hasSize(1);
        assertThat(client.configMaps().withName("mine").get()).isNull();
    }

    @Test
    void aWatchTellsWhatHappens() throws InterruptedException {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (Watch _ = client.configMaps().withLabel("of", "test").watch(new Watcher<>() {
            @Override
            public void eventReceived(Action action, ConfigMap map) {
                if (map.getMetadata().getName().equals("watched")) {
                    told.add(action.name());
                }
            }

            @Override
            public void onClose(WatcherException cause) {
                told.add("closed");
            }
        })) {
            client.resource(map("watched")).create();
            assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("ADDED");
            client.configMaps()
                    .withName("watched")
                    .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\":{\"key\":\"other\"}}");
            assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("MODIFIED");
            client.configMaps().withName("watched").delete();
            assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("DELETED");
        }
    }

    @Test
    void aPodIsGivenOtherResourcesWhileItRuns() throws Exception {
        client.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName("grown")
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("main")
                        .withImage("busybox")
                        .withCommand("sleep", "9999")
                        .withNewResources()
                        .addToRequests("cpu", new Quantity("100m"))
                        .endResources()
                        .endContainer()
                        .endSpec()
                        .build())
                .create();
        client.pods().withName("grown").waitUntilReady(60, TimeUnit.SECONDS);

        Pod wanted = client.pods().withName("grown").get();
        wanted.getSpec().getContainers().getFirst().getResources().getRequests().put("cpu", new Quantity("200m"));
        HttpResponse<String> sent = send(
                "PUT",
                "/api/v1/namespaces/default/pods/grown/resize",
                client.getKubernetesSerialization().asJson(wanted));

        assertThat(sent.statusCode()).isEqualTo(200);
        client.pods()
                .withName("grown")
                .waitUntilCondition(
                        pod -> new Quantity("200m")
                                .equals(pod.getStatus()
                                        .getContainerStatuses()
                                        .getFirst()
                                        .getAllocatedResources()
                                        .get("cpu")),
                        60,
                        TimeUnit.SECONDS);
        client.pods().withName("grown").withGracePeriod(0).delete();
    }

    @Test
    void aPodIsEvictedAndItsStatusIsReadApart() {
        client.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName("alone")
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("main")
                        .withImage("busybox")
                        .withCommand("sh", "-c", "echo hello; sleep 9999")
                        .endContainer()
                        .endSpec()
                        .build())
                .create();
        client.pods().withName("alone").waitUntilReady(60, TimeUnit.SECONDS);

        assertThat(client.pods().withName("alone").getLog()).isEqualTo("hello\n");
        assertThat(client.pods().withName("alone").evict()).isTrue();
        client.pods().withName("alone").waitUntilCondition(Objects::isNull, 120, TimeUnit.SECONDS);
    }

    @Test
    void aKubeconfigIsWrittenOverOneOfItsOwnOnly(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("config");
        assertThat(api.writeKubeconfig(file)).isTrue();
        assertThat(api.writeKubeconfig(file)).isTrue();

        Files.writeString(file, "apiVersion: v1\nkind: Config\n");

        assertThat(api.writeKubeconfig(file)).isFalse();
        assertThat(file).hasContent("apiVersion: v1\nkind: Config\n");
    }

    @Test
    void kubectlGetsTablesPagesAndTheDescriptionOfTheApi() throws Exception {
        String table = get("/api/v1/nodes", "Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")
                .body();
        assertThat(table).contains("\"kind\":\"Table\"", "\"name\":\"STATUS\"", "\"Ready\"", "\"priority\":1");

        String page = get("/api/v1/nodes?limit=2", "Accept", "application/json").body();
        assertThat(page).contains("\"continue\":\"", "\"remainingItemCount\":1");

        assertThat(get("/openapi/v3", "Accept", "application/json").body()).contains("apis/apps/v1");
        assertThat(get("/openapi/v2", "Accept", "application/json").body())
                .contains("\"swagger\":\"2.0\"", "\"$ref\":\"#/definitions/io.k8s.api.core.v1.PodSpec\"")
                .doesNotContain("components/schemas", "\"oneOf\":[");
        assertThat(get("/openapi/v3/apis/apps/v1", "Accept", "application/json").body())
                .contains("fieldValidation", "io.k8s.api.apps.v1.Deployment", "io.k8s.api.core.v1.PodSpec");
        assertThat(get("/apis/nothing/v1/things", "Accept", "application/json").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatABrowserSendsForAPageIsRefused() throws Exception {
        assertThat(get("/api/v1/secrets", "Origin", "http://example.org").statusCode())
                .isEqualTo(403);
        assertThat(get("/api/v1/secrets", "Origin", api.address()).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        String path = "/api/v1/namespaces/default/configmaps";

        assertThat(send("POST", path, " ".repeat((3 << 20) + 1)).statusCode()).isEqualTo(413);
        assertThat(send("POST", path, " ".repeat(3 << 20)).statusCode()).isEqualTo(400);
    }

    @Test
    void aNameThatLooksLikeAWayThroughFoldersIsANameThatIsNotThere() throws Exception {
        assertThat(get("/api/v1/namespaces/default/configmaps/..%2Fsecrets", "Accept", "application/json")
                        .body())
                .contains("\"reason\":\"NotFound\"");
    }

    @Test
    void whoWatchesWhatIsNotThereYetIsAnsweredAtOnceAndIsCutOffWhenTheServerEnds() throws Exception {
        HttpResponse<InputStream> watch;
        try (HttpClient http = HttpClient.newHttpClient()) {
            try (ApiOnLoopback another =
                    ApiOnLoopback.start(Simulation.start(SimulationOptions.DEFAULT), 0, OptionalDouble.of(1))) {
                URI uri = URI.create(another.address() + "/api/v1/namespaces/default/pods?watch=true");

                watch = http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());

                assertThat(watch.statusCode()).isEqualTo(200);
            }
            try (InputStream told = watch.body()) {
                assertThatThrownBy(told::readAllBytes).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void aPortThatIsTakenIsRefused() {
        int taken = URI.create(api.address()).getPort();

        assertThatThrownBy(() ->
                        ApiOnLoopback.start(Simulation.start(SimulationOptions.DEFAULT), taken, OptionalDouble.of(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(String.valueOf(taken));
    }

    @Test
    void aDryRunOfWhatBelongsToAnObjectChangesNothing() throws Exception {
        Deployment tried = web(1);
        tried.getMetadata().setName("tried");
        tried.getSpec().getSelector().getMatchLabels().put("app", "tried");
        tried.getSpec().getTemplate().getMetadata().getLabels().put("app", "tried");
        client.resource(tried).create();
        client.apps().deployments().withName("tried").waitUntilReady(60, TimeUnit.SECONDS);
        String pods = "/api/v1/namespaces/default/pods/";
        String name = client.pods()
                .withLabel("app", "tried")
                .list()
                .getItems()
                .getFirst()
                .getMetadata()
                .getName();

        HttpResponse<String> scaled = send(
                "PUT",
                "/apis/apps/v1/namespaces/default/deployments/tried/scale?dryRun=All",
                "{\"spec\":{\"replicas\":7}}");
        HttpResponse<String> evicted =
                send("POST", pods + name + "/eviction?dryRun=All", "{\"metadata\":{\"name\":\"" + name + "\"}}");
        HttpResponse<String> told =
                send("PATCH", pods + name + "/status?dryRun=All", "{\"status\":{\"message\":\"said\"}}");

        assertThat(scaled.body()).contains("\"replicas\":7");
        assertThat(evicted.statusCode()).isEqualTo(201);
        assertThat(told.body()).contains("\"message\":\"said\"");
        assertThat(client.apps().deployments().withName("tried").get().getSpec().getReplicas())
                .isEqualTo(1);
        Pod now = client.pods().withName(name).get();
        assertThat(now.getMetadata().getDeletionTimestamp()).isNull();
        assertThat(now.getStatus().getMessage()).isNull();
        client.apps().deployments().withName("tried").delete();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(api.address() + path))
                            .header(
                                    "Content-Type",
                                    method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aBodyInProtobufIsReadAsKubectlSendsIt() throws Exception {
        String body = "k8s\0\n\017\n\2v1\022\tConfigMap\022\t\n\7\n\5small";
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(api.address() + "/api/v1/namespaces/default/configmaps"))
                    .header("Content-Type", "application/vnd.kubernetes.protobuf")
                    .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                    .build();

            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(201);
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("configmaps \\\"small\\\" already exists");
        }
        client.configMaps().withName("small").delete();
    }

    private HttpResponse<String> get(String path, String header, String value) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(api.address() + path))
                            .header(header, value)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
