package drydock.app.live.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.app.live.api.Usage.Used;
import drydock.app.live.watch.WireException;
import drydock.app.session.Right;
import drydock.app.testing.TestServer;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is found out of an API server: the kinds it serves, what the user may do, what is used.
class ApiServerTest {

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private TestServer server;
    private KubernetesClient client;
    private ApiServer api;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(exchange -> {
            String answer = exchange.path().endsWith("selfsubjectaccessreviews")
                    ? review(exchange.body())
                    : answers.get(exchange.path());
            if (answer == null) {
                exchange.refuse(404, "the server could not find the requested resource");
            } else if (answer.startsWith("403")) {
                exchange.refuse(403, answer);
            } else {
                exchange.json(200, answer);
            }
        });
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl(server.address())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
        api = new ApiServer(client, () -> {}, failure -> String.valueOf(failure.getMessage()), Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    /// Only Pods may be listed and watched, and only in `shop`; their logs may be read there.
    private static String review(String body) {
        boolean allowed = body.contains("\"namespace\":\"shop\"")
                && body.contains("\"resource\":\"pods\"")
                && (body.contains("\"subresource\":\"log\"") || !body.matches("(?s).*\"subresource\":\"[a-z]+\".*"));
        return "{\"kind\":\"SelfSubjectAccessReview\",\"apiVersion\":\"authorization.k8s.io/v1\",\"spec\":{},"
                + "\"status\":{\"allowed\":" + allowed + ",\"reason\":\"because\"}}";
    }

    private void serveGroup(String group, String... versions) {
        StringBuilder all = new StringBuilder();
        for (String version : versions) {
            all.append(all.isEmpty() ? "" : ",")
                    .append("{\"groupVersion\":\"" + group + "/" + version + "\",\"version\":\"" + version + "\"}");
        }
        answers.merge(
                "/apis",
                "{\"kind\":\"APIGroupList\",\"groups\":[{\"name\":\"" + group + "\",\"versions\":[" + all + "]}]}",
                (before, _) -> before.replaceFirst("\\[", "[{\"name\":\"" + group + "\",\"versions\":[" + all + "]},"));
    }

    private void serve(String path, String kind, String plural, String verbs) {
        answers.put(
                path,
                "{\"kind\":\"APIResourceList\",\"resources\":[{\"name\":\"" + plural + "\",\"kind\":\"" + kind
                        + "\",\"namespaced\":true,\"verbs\":[" + verbs + "]},{\"name\":\"" + plural
                        + "/status\",\"kind\":\"" + kind + "\",\"namespaced\":true,\"verbs\":[\"get\"]}]}");
    }

    private static final String WATCHED = "\"get\",\"list\",\"watch\"";

    @Test
    void anOldServersBudgetsAreAskedForInTheVersionItHas() throws WireException {
        serve("/api/v1", "Pod", "pods", WATCHED);
        serveGroup("policy", "v1beta1");
        serve("/apis/policy/v1beta1", "PodDisruptionBudget", "poddisruptionbudgets", WATCHED);

        List<ServedKind> served = new Discovery(api).served();

        assertThat(served).extracting(ServedKind::kind).containsExactly(Kinds.POD, Kinds.POD_DISRUPTION_BUDGET);
        assertThat(served.getLast().path("shop"))
                .isEqualTo("/apis/policy/v1beta1/namespaces/shop/poddisruptionbudgets");
    }

    @Test
    void theVersionThatIsKnownIsPreferredToAnOlderOne() throws WireException {
        serve("/api/v1", "Pod", "pods", WATCHED);
        serveGroup("policy", "v1beta1", "v1");
        serve("/apis/policy/v1beta1", "PodDisruptionBudget", "poddisruptionbudgets", WATCHED);
        serve("/apis/policy/v1", "PodDisruptionBudget", "poddisruptionbudgets", WATCHED);

        assertThat(new Discovery(api).served().getLast().isOlder()).isFalse();
    }

    @Test
    void customKindsAreFoundAndAGroupWhoseServerIsDownIsLeftOut() throws WireException {
        serve("/api/v1", "Pod", "pods", WATCHED);
        serveGroup("shop.example", "v1");
        serve("/apis/shop.example/v1", "Order", "orders", WATCHED);
        serveGroup("metrics.k8s.io", "v1beta1");

        List<ServedKind> served = new Discovery(api).served();

        assertThat(served).extracting(each -> each.kind().kind()).containsExactly("Pod", "Order");
        assertThat(served.getLast().custom()).isTrue();
    }

    @Test
    void whatCannotBeWatchedIsNoKindOfTheirs() throws WireException {
        serve("/api/v1", "Pod", "pods", "\"get\",\"list\"");
        answers.put("/apis", "{\"kind\":\"APIGroupList\",\"groups\":[]}");

        assertThat(new Discovery(api).served()).isEmpty();
    }

    @Test
    void whereEverythingMayNotBeReadTheOwnNamespaceIsTried() {
        Map<ResourceKind, Reach> reach =
                new Rights(api).reach(List.of(Kinds.POD, Kinds.NODE, Kinds.DEPLOYMENT), "", "shop");

        assertThat(reach)
                .containsEntry(Kinds.POD, new Reach.Only("shop"))
                .containsEntry(Kinds.NODE, new Reach.Nowhere("nodes is forbidden at the cluster scope"))
                .containsEntry(
                        Kinds.DEPLOYMENT, new Reach.Nowhere("deployments.apps is forbidden at the cluster scope"));
    }

    @Test
    void theWantedNamespaceIsWhole() {
        assertThat(new Rights(api).reach(List.of(Kinds.POD), "shop", "default"))
                .containsEntry(Kinds.POD, new Reach.Whole());
    }

    @Test
    void subresourcesHaveRightsOfTheirOwn() throws WireException {
        Rights rights = new Rights(api);

        assertThat(rights.may(new Right("get", Kinds.POD, "log", "shop")).allowed())
                .isTrue();
        assertThat(rights.may(new Right("get", Kinds.POD, "exec", "shop")).allowed())
                .isFalse();
        assertThat(rights.may(new Right("get", Kinds.POD, "exec", "shop")).reason())
                .isEqualTo("because");
    }

    @Test
    void whatIsUsedIsReadOfPodsAndNodes() throws WireException {
        answers.put("/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods", """
            {"kind":"PodMetricsList","items":[{"metadata":{"name":"web-1","namespace":"shop"},
             "timestamp":"2026-03-01T12:00:00Z","window":"15s","containers":[
             {"name":"nginx","usage":{"cpu":"12500000n","memory":"64Mi"}},
             {"name":"side","usage":{"cpu":"2m","memory":"1024Ki"}}]}]}\
            """);
        answers.put("/apis/metrics.k8s.io/v1beta1/nodes", """
            {"kind":"NodeMetricsList","items":[{"metadata":{"name":"node-1"},
             "usage":{"cpu":"1500m","memory":"2Gi"}}]}\
            """);

        Usage usage = Usage.read(api, "shop");

        assertThat(usage.used())
                .containsEntry(ResourceId.of(Kinds.POD, "shop", "web-1"), new Used(0.0145, 65.0 * 1024 * 1024))
                .containsEntry(ResourceId.of(Kinds.NODE, "", "node-1"), new Used(1.5, 2048.0 * 1024 * 1024));
    }

    @Test
    void whoMayNotSeeNodesStillSeesWhatPodsUse() throws WireException {
        answers.put("/apis/metrics.k8s.io/v1beta1/pods", "{\"items\":[]}");
        answers.put("/apis/metrics.k8s.io/v1beta1/nodes", "403 nodes is forbidden");

        assertThat(Usage.read(api, "").used()).isEmpty();
    }

    @Test
    void aClusterWithoutMetricsSaysSo() {
        assertThatThrownBy(() -> Usage.read(api, ""))
                .isInstanceOfSatisfying(
                        WireException.class,
                        refused -> assertThat(refused.code()).isEqualTo(404));
    }
}
