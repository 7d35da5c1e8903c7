package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.app.live.pod.FakeKubelet;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.ContainerAccess.LogWish;
import drydock.model.cluster.DirectAccess.Forward;
import drydock.model.cluster.DirectAccess.ForwardListener;
import drydock.model.cluster.DirectAccess.PodPort;
import drydock.model.cluster.DirectAccess.Size;
import drydock.model.cluster.DirectAccess.Terminal;
import drydock.model.cluster.DirectAccess.TerminalListener;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs, programs, terminals and ports through the real API server, to a kubelet of the test's own: the hollow nodes'
/// kubelets have no containers to ask.
@Tag(RealCluster.TAG)
class PodsOfRealClusterTest {

    private static final String NAMESPACE = "drydock-pods";
    private static final String NODE = "drydock-kubelet";
    private static final ResourceId POD = ResourceId.of(Kinds.POD, NAMESPACE, "web");

    @TempDir
    private Path folder;

    private LiveCluster cluster;
    private RealKubelet kubelet;
    private ContainerAccess containers;

    @BeforeEach
    void register() throws Exception {
        RealCluster.kubeconfigFile();
        cluster = RealCluster.connect("admin");
        containers = cluster.containers().orElseThrow();
        kubelet = new RealKubelet(cluster, folder, NAMESPACE, NODE, new FakeKubelet());
        kubelet.run(POD.name(), "nginx");
    }

    @AfterEach
    void unregister() throws Exception {
        if (cluster != null) {
            kubelet.close();
            cluster.close();
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
}
