package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.app.live.pod.FakeKubelet;
import drydock.app.testing.TestServer;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.ContainerAccess.LogWish;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.DirectAccess.Forward;
import drydock.model.cluster.DirectAccess.ForwardListener;
import drydock.model.cluster.DirectAccess.PodPort;
import drydock.model.cluster.DirectAccess.Size;
import drydock.model.cluster.DirectAccess.Terminal;
import drydock.model.cluster.DirectAccess.TerminalListener;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs, programs, terminals and ports through the real API server, to a kubelet of the test's own: the hollow nodes'
/// kubelets have no containers to ask.
class PodsOfRealClusterTest {

    private static final String NAMESPACE = "drydock-pods";
    private static final String NODE = "drydock-kubelet";
    private static final String PASSWORD = "not-a-secret";
    private static final ResourceId POD = ResourceId.of(Kinds.POD, NAMESPACE, "web");

    @TempDir
    private Path folder;

    private LiveCluster cluster;
    private TestServer kubelet;
    private ContainerAccess containers;

    @BeforeEach
    void register() throws Exception {
        RealCluster.kubeconfigFile();
        kubelet = new TestServer(door(), new FakeKubelet());
        cluster = RealCluster.connect("admin");
        containers = cluster.containers().orElseThrow();
        takeAway();
        if (cluster.get(ResourceId.of(Kinds.NAMESPACE, "", NAMESPACE)).isEmpty()) {
            cluster.create(new NamespaceBuilder()
                    .withNewMetadata()
                    .withName(NAMESPACE)
                    .endMetadata()
                    .build());
        }
        RealCluster.await(
                "the namespace is usable",
                java.time.Duration.ofSeconds(20),
                () -> cluster.get(ResourceId.of(Kinds.SERVICE_ACCOUNT, NAMESPACE, "default"))
                        .isPresent());
        cluster.create(new NodeBuilder()
                .withNewMetadata()
                .withName(NODE)
                .endMetadata()
                .withNewSpec()
                .withUnschedulable(true)
                .addNewTaint()
                .withKey("drydock")
                .withEffect("NoExecute")
                .endTaint()
                .endSpec()
                .withNewStatus()
                .addNewAddress("127.0.0.1", "InternalIP")
                .withNewDaemonEndpoints()
                .withNewKubeletEndpoint()
                .withPort(kubelet.port())
                .endKubeletEndpoint()
                .endDaemonEndpoints()
                .endStatus()
                .build());
        cluster.create(new PodBuilder()
                .withNewMetadata()
                .withName(POD.name())
                .withNamespace(NAMESPACE)
                .endMetadata()
                .withNewSpec()
                .withNodeName(NODE)
                .addNewContainer()
                .withName("nginx")
                .withImage("nginx:1")
                .endContainer()
                .addNewToleration()
                .withOperator("Exists")
                .endToleration()
                .endSpec()
                .build());
    }

    @AfterEach
    void unregister() throws IOException {
        if (cluster != null) {
            takeAway();
            cluster.close();
            kubelet.close();
        }
    }

    private void takeAway() {
        for (ResourceId id : List.of(POD, ResourceId.of(Kinds.NODE, "", NODE))) {
            if (cluster.get(id).isPresent()) {
                cluster.delete(id, Deletion.DEFAULT.withGraceSeconds(0));
            }
        }
    }

    @Test
    void aLogComesThroughTheApiServer() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        CompletableFuture<Optional<String>> end = new CompletableFuture<>();

        containers.log(POD, "nginx", LogWish.ALL, lines::add, end::complete);

        assertThat(end.get(30, TimeUnit.SECONDS)).isEmpty();
        assertThat(lines).containsExactly("line 1\n", "line 2\n", "line 3\n");
    }

    @Test
    void aTerminalGoesThroughTheApiServerUntilItsProgramExits() throws Exception {
        BlockingQueue<String> written = new LinkedBlockingQueue<>();
        CompletableFuture<Optional<Integer>> ended = new CompletableFuture<>();

        Terminal terminal = containers
                .direct()
                .orElseThrow()
                .terminal(POD, "nginx", List.of("sh"), new Size(80, 24), new TerminalListener() {
                    @Override
                    public void written(byte[] bytes) {
                        written.add(new String(bytes, StandardCharsets.UTF_8));
                    }

                    @Override
                    public void ended(Optional<Integer> exitCode, Optional<String> said) {
                        ended.complete(exitCode);
                    }
                });
        String size = written.poll(30, TimeUnit.SECONDS);
        terminal.type("exit 3\r".getBytes(StandardCharsets.UTF_8));

        assertThat(size).isEqualTo("size {\"Width\":80,\"Height\":24}\r\n");
        assertThat(ended.get(30, TimeUnit.SECONDS)).contains(3);
        assertThat(kubelet.asked()).singleElement().asString().contains("/exec/" + NAMESPACE + "/web/nginx?command=sh");
    }

    @Test
    void aPortIsForwardedThroughTheApiServer() throws Exception {
        ForwardListener nobody = new ForwardListener() {
            @Override
            public void connected(PodPort to, int open) {}

            @Override
            public void disconnected(int open, Optional<String> said) {}
        };

        try (Forward forward = containers
                        .direct()
                        .orElseThrow()
                        .forward(() -> Optional.of(new PodPort(POD, 8080)), 0, nobody);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), forward.local())) {
            socket.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
            byte[] answer = socket.getInputStream().readNBytes("port 8080 got hello".length());

            assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("port 8080 got hello");
        }
    }

    @Test
    void theViewerIsRefusedInTheServersWords() throws Exception {
        try (LiveCluster viewer = RealCluster.connect("viewer")) {
            ContainerAccess access = viewer.containers().orElseThrow();

            assertThatThrownBy(() -> access.log(POD, "nginx", LogWish.ALL, _ -> {}, _ -> {}))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("cannot get resource \"pods/log\"");
            assertThatThrownBy(() -> access.exec(POD, "nginx", List.of("ls"), "", _ -> {}, _ -> {}, _ -> {}))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("cannot get resource \"pods/exec\"");
        }
    }

    /// A door with a certificate that nobody has signed, as kubelets show.
    private ServerSocket door() throws Exception {
        Path keys = folder.resolve("kubelet.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "kubelet",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=kubelet",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 0, InetAddress.getLoopbackAddress());
    }
}
