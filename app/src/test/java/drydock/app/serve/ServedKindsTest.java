package drydock.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Kinds that the served API tells without keeping them: older versions, and measurements.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedKindsTest {

    private static final String FIRST = "/apis/autoscaling/v1/namespaces/default/horizontalpodautoscalers";
    private static final String KEPT = "/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers";

    private final HttpClient http = HttpClient.newHttpClient();
    private ApiOnLoopback api;

    @BeforeAll
    void serve() throws IOException {
        Simulation simulation = Simulation.start(SimulationOptions.DEFAULT);
        simulation
                .cluster()
                .create(new PodBuilder()
                        .withNewMetadata()
                        .withName("main")
                        .withNamespace("default")
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("main")
                        .withImage("nginx:1.27")
                        .endContainer()
                        .endSpec()
                        .build());
        simulation.advance(Duration.ofMinutes(1), Integer.MAX_VALUE);
        api = ApiOnLoopback.start(simulation, 0, OptionalDouble.of(1));
    }

    @AfterAll
    void close() {
        http.close();
        api.close();
    }

    private String ask(String method, String path, String type, String body) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(api.address() + path))
                                .header("Content-Type", type)
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String get(String path) throws IOException, InterruptedException {
        return ask("GET", path, "application/json", "");
    }

    @Test
    void anAutoscalerIsMadeAndChangedInTheFirstVersion() throws Exception {
        String made = ask("POST", FIRST, "application/json", """
            {"apiVersion":"autoscaling/v1","kind":"HorizontalPodAutoscaler","metadata":{"name":"web"},
            "spec":{"maxReplicas":4,"targetCPUUtilizationPercentage":50,
            "scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"web"}}}
            """);
        assertThat(made)
                .contains("\"apiVersion\":\"autoscaling/v1\"", "\"targetCPUUtilizationPercentage\":50")
                .doesNotContain("\"metrics\"");
        ask("PATCH", KEPT + "/web", "application/merge-patch+json", """
            {"spec":{"behavior":{"scaleDown":{"stabilizationWindowSeconds":7}}}}
            """);

        String patched = ask(
                "PATCH",
                FIRST + "/web",
                "application/merge-patch+json",
                "{\"spec\":{\"targetCPUUtilizationPercentage\":70,\"maxReplicas\":5}}");

        assertThat(patched).contains("\"targetCPUUtilizationPercentage\":70", "\"maxReplicas\":5");
        assertThat(get(KEPT + "/web"))
                .contains("\"averageUtilization\":70", "\"stabilizationWindowSeconds\":7", "autoscaling/v2")
                .doesNotContain("targetCPUUtilizationPercentage");
        assertThat(get(FIRST)).contains("\"apiVersion\":\"autoscaling/v1\"").doesNotContain("autoscaling/v2");
        assertThat(get("/apis/autoscaling"))
                .contains("\"preferredVersion\":{\"groupVersion\":\"autoscaling/v2\"", "autoscaling/v1");
        assertThat(get(FIRST + "/none")).contains("\"code\":404");
    }

    @Test
    void whatPodsAndNodesUseIsToldAsAMetricsServerDoes() throws Exception {
        assertThat(get("/apis")).contains("metrics.k8s.io/v1beta1");
        assertThat(get("/apis/metrics.k8s.io/v1beta1")).doesNotContain("\"categories\"");
        assertThat(get("/apis/metrics.k8s.io/v1beta1/namespaces/default/pods/main"))
                .contains("\"kind\":\"PodMetrics\"", "\"name\":\"main\"", "\"cpu\":\"", "\"memory\":\"");
        assertThat(get("/apis/metrics.k8s.io/v1beta1/pods?labelSelector=app%3Dother"))
                .contains("\"kind\":\"PodMetricsList\"", "\"items\":[]");
        assertThat(get("/apis/metrics.k8s.io/v1beta1/nodes")).contains("\"kind\":\"NodeMetrics\"", "node-1");
        assertThat(get("/apis/metrics.k8s.io/v1beta1/namespaces/default/pods/none"))
                .contains("podmetrics.metrics.k8s.io \\\"default/none\\\" not found");
    }

    @Test
    void scaleTakesPatchesStepByStepAndResizeIsRead() throws Exception {
        ask("POST", "/apis/apps/v1/namespaces/default/deployments", "application/json", """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"scaled"},"spec":{"replicas":0,
            "selector":{"matchLabels":{"app":"scaled"}},"template":{"metadata":{"labels":{"app":"scaled"}},
            "spec":{"containers":[{"name":"main","image":"nginx:1.27"}]}}}}
            """);
        String scale = "/apis/apps/v1/namespaces/default/deployments/scaled/scale";
        String steps = "[{\"op\":\"test\",\"path\":\"/spec/replicas\",\"value\":0},"
                + "{\"op\":\"replace\",\"path\":\"/spec/replicas\",\"value\":2}]";

        assertThat(ask("PATCH", scale, "application/json-patch+json", steps))
                .contains("\"kind\":\"Scale\"", "\"spec\":{\"replicas\":2}");
        assertThat(ask("PATCH", scale, "application/json-patch+json", steps)).contains("\"status\":\"Failure\"");
        assertThat(get("/api/v1/namespaces/default/pods/main/resize")).contains("\"kind\":\"Pod\"");
    }

    @Test
    void aCustomKindIsDescribedAsItsDefinitionSays() throws Exception {
        ask("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", "application/json", """
            {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition",
            "metadata":{"name":"boats.sea.example.com"},"spec":{"group":"sea.example.com","scope":"Namespaced",
            "names":{"plural":"boats","singular":"boat","kind":"Boat"},"versions":[{"name":"v1","served":true,
            "storage":true,"schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object",
            "properties":{"sails":{"type":"integer","description":"how many there are"}}}}}}}]}}
            """);

        String described = "";
        for (int i = 0; i < 200 && !described.contains("Boat"); i++) {
            described = get("/openapi/v3/apis/sea.example.com/v1");
        }

        assertThat(described)
                .contains(
                        "\"com.example.sea.v1.Boat\":{",
                        "how many there are",
                        "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta");
    }
}
