package drydock.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.dsl.LogWatch;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Containers of the served cluster as fabric8's client reaches them: over web sockets with channels.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedContainersTest {

    private ApiOnLoopback api;
    private KubernetesClient client;

    @BeforeAll
    void serve() throws IOException {
        api = ApiOnLoopback.start(Simulation.start(SimulationOptions.DEFAULT), 0, OptionalDouble.of(20));
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(api.kubeconfig()))
                .build();
        client.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("nginx")
                        .withImage("nginx:1.27")
                        .endContainer()
                        .addNewContainer()
                        .withName("talks")
                        .withImage("busybox:1.36")
                        .withCommand("sh", "-c", "i=0; while true; do i=$((i+1)); echo line $i; sleep 1; done")
                        .endContainer()
                        .addNewContainer()
                        .withName("reads")
                        .withImage("busybox:1.36")
                        .withCommand("sh")
                        .withStdin(true)
                        .withTty(true)
                        .endContainer()
                        .addNewContainer()
                        .withName("cache")
                        .withImage("redis:7.4")
                        .endContainer()
                        .endSpec()
                        .build())
                .create();
        web().waitUntilReady(60, TimeUnit.SECONDS);
    }

    @AfterAll
    void close() {
        client.close();
        api.close();
    }

    private PodResource web() {
        return client.pods().withName("web");
    }

    @Test
    void aProgramIsRunAndItsOutputAndExitCodeComeBack()
            throws ExecutionException, InterruptedException, TimeoutException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (ExecWatch exec = web().inContainer("nginx")
                .writingOutput(out)
                .writingError(err)
                .exec("sh", "-c", "echo hello; echo oh >&2; exit 3")) {
            assertThat(exec.exitCode().get(60, TimeUnit.SECONDS)).isEqualTo(3);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("hello\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("oh\n");
    }

    @Test
    void aProgramReadsWhatIsTypedIn() throws ExecutionException, InterruptedException, IOException, TimeoutException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExecWatch exec =
                web().inContainer("nginx").redirectingInput().writingOutput(out).exec("head", "-n", "1")) {
            exec.getInput().write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
            exec.getInput().flush();
            assertThat(exec.exitCode().get(60, TimeUnit.SECONDS)).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("one\n");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatThrownBy(() -> {
                    try (ExecWatch exec = client.pods().withName("none").exec("true")) {
                        exec.exitCode().get(60, TimeUnit.SECONDS);
                    }
                })
                .isInstanceOf(KubernetesClientException.class);
    }

    @Test
    void whoKnowsNoneOfTheProtocolsIsRefusedAndWhoKnowsManyGetsTheNewest() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create(api.address().replace("http:", "ws:")
                    + "/api/v1/namespaces/default/pods/web/exec?container=nginx&command=true&stdout=true");

            assertThat(http.newWebSocketBuilder()
                            .subprotocols("v4.channel.k8s.io", "v5.channel.k8s.io")
                            .buildAsync(uri, new WebSocket.Listener() {})
                            .join()
                            .getSubprotocol())
                    .isEqualTo("v5.channel.k8s.io");
            assertThatThrownBy(() -> http.newWebSocketBuilder()
                            .subprotocols("channel.k8s.io")
                            .buildAsync(uri, new WebSocket.Listener() {})
                            .join())
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refused -> assertThat(refused.getResponse().statusCode())
                                    .isEqualTo(400));
        }
    }

    @Test
    void aLogIsFollowed() throws IOException {
        try (LogWatch log = web().inContainer("talks").watchLog();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(log.getOutput(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("line 1");
            for (int i = 2; i < 20; i++) {
                assertThat(lines.readLine()).isEqualTo("line " + i);
            }
        }
    }

    @Test
    void attachTellsWhatIsWrittenFromNowOn() throws IOException {
        try (ExecWatch attached = web().inContainer("talks").redirectingOutput().attach();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(attached.getOutput(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith("line ");
        }
    }

    @Test
    void whatIsTypedToAShellIsDoneAndShownAsATerminalDoes() throws IOException {
        try (ExecWatch attached = web().inContainer("reads")
                        .redirectingInput()
                        .redirectingOutput()
                        .withTTY()
                        .attach();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(attached.getOutput(), StandardCharsets.UTF_8))) {
            attached.getInput().write("echo $((6*7))\r".getBytes(StandardCharsets.UTF_8));
            attached.getInput().flush();

            assertThat(lines.readLine()).isEqualTo("echo $((6*7))");
            assertThat(lines.readLine()).isEqualTo("42");
        }
    }

    @Test
    void aCacheAnswersInItsOwnProtocolAndAWebServerRefusesIt() throws IOException {
        try (LocalPortForward cache = web().portForward(6379);
                LocalPortForward page = web().portForward(80)) {
            assertThat(said(cache, "PING\r\n*2\r\n$3\r\nGET\r\n$4\r\nnone\r\n", 7 + 5))
                    .isEqualTo("+PONG\r\n$-1\r\n");
            assertThat(said(page, "PING\r\n", 24)).isEqualTo("HTTP/1.1 400 Bad Request");
        }
    }

    private static String said(LocalPortForward forward, String text, int bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), forward.getLocalPort())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void anEphemeralContainerIsAddedToAPodThatRuns() {
        web().patch(PatchContext.of(PatchType.STRATEGIC_MERGE), "{\"metadata\":{\"labels\":{\"of\":\"test\"}}}");
        web().ephemeralContainers()
                .edit(pod -> new PodBuilder(pod)
                        .editSpec()
                        .addNewEphemeralContainer()
                        .withName("debug")
                        .withImage("busybox:1.36")
                        .withCommand("sh", "-c", "ps; sleep 9999")
                        .withTargetContainerName("nginx")
                        .endEphemeralContainer()
                        .endSpec()
                        .build());
        web().waitUntilCondition(
                        pod -> pod.getStatus().getEphemeralContainerStatuses().stream()
                                .anyMatch(status -> status.getState().getRunning() != null),
                        60,
                        TimeUnit.SECONDS);

        assertThat(web().inContainer("debug").getLog()).contains("nginx", "sh -c ps; sleep 9999");
    }

    @Test
    void aPortLeadsToThePod() throws Exception {
        try (LocalPortForward forward = web().portForward(80);
                HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + forward.getLocalPort() + "/");
            HttpResponse<String> page = http.send(
                    HttpRequest.newBuilder(uri)
                            .version(HttpClient.Version.HTTP_1_1)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Welcome to nginx!");
        }
    }
}
