package drydock.app.mutation;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a real API server whether it would create manifests, without creating them.
final class DryRun implements AutoCloseable {

    /// Versions of today in their names of v1.20, where the fields are the same.
    private static final Map<String, String> FORMER = Map.of(
            "batch/v1 CronJob", "batch/v1beta1",
            "autoscaling/v2 HorizontalPodAutoscaler", "autoscaling/v2beta2",
            "policy/v1 PodDisruptionBudget", "policy/v1beta1",
            "discovery.k8s.io/v1 EndpointSlice", "discovery.k8s.io/v1beta1");

    private final String server;
    private final String token;
    private final String namespace;
    private final HttpClient client;
    private final Map<String, JsonNode> discovered = new HashMap<>();

    /// @param namespace where namespaced objects would be created; must exist
    DryRun(Config config, String namespace) throws GeneralSecurityException {
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new TrustAll()}, null);
        this.server = config.getMasterUrl();
        this.token = config.getAutoOAuthToken();
        this.namespace = namespace;
        this.client = HttpClient.newBuilder().sslContext(trusting).build();
    }

    /// What the server says of a mutation.
    CompletableFuture<Verdict> verdict(Mutation mutation, String collection) {
        String json = mutation.json(apiVersion(mutation.seed()));
        HttpRequest request = request(collection + "?dryRun=All")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString())
                .thenApply(response -> Verdict.of(response.statusCode(), response.body()));
    }

    /// The address where objects of the seed's kind are created.
    String collection(Seed seed) throws IOException, InterruptedException {
        String apiVersion = apiVersion(seed);
        String base = (apiVersion.indexOf('/') < 0 ? "api/" : "apis/") + apiVersion;
        if (!discovered.containsKey(base)) {
            discovered.put(base, JsonMapper.shared().readTree(get(base)));
        }
        for (JsonNode resource : discovered.get(base).path("resources")) {
            String name = resource.path("name").asString();
            if (resource.path("kind").asString().equals(seed.kind()) && name.indexOf('/') < 0) {
                boolean namespaced = resource.path("namespaced").asBoolean();
                return base + (namespaced ? "/namespaces/" + namespace : "") + "/" + name;
            }
        }
        throw new IOException("the server has no " + apiVersion + " " + seed.kind());
    }

    private static String apiVersion(Seed seed) {
        return FORMER.getOrDefault(seed.apiVersion() + " " + seed.kind(), seed.apiVersion());
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request(path).build(), BodyHandlers.ofString());
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        client.close();
    }
}
