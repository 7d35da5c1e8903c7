package drydock.app.live.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.app.live.api.ApiServer;
import drydock.app.testing.Peer;
import drydock.app.testing.TestServer;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ContainerAccess.LogWish;
import drydock.model.cluster.DirectAccess.Forward;
import drydock.model.cluster.DirectAccess.PodPort;
import drydock.model.cluster.DirectAccess.Size;
import drydock.model.cluster.DirectAccess.Terminal;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveContainersTest {

    private static final ResourceId POD = ResourceId.of(Kinds.POD, "shop", "web-1");

    private final AtomicReference<TestServer.Handler> handler = new AtomicReference<>(new FakeKubelet());
    private TestServer server;
    private KubernetesClient client;
    private LiveContainers containers;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(exchange -> handler.get().answer(exchange));
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                        .withMasterUrl(server.address())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
        ApiServer api = new ApiServer(client, () -> {}, each -> String.valueOf(each.getMessage()), PATIENCE);
        containers = new LiveContainers(api, "shop");
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @AfterEach
    void stop() throws IOException {
        containers.close();
        client.close();
        server.close();
    }

    @Test
    void aLogIsToldLineByLineAndItsEndIsSaid() throws Exception {
        Heard heard = new Heard();

        containers.log(POD, "nginx", LogWish.ALL, heard.text::add, heard.end::complete);

        assertThat(heard.end.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(heard.text).containsExactly("line 1\n", "line 2\n", "line 3\n");
    }

    @Test
    void whatIsWantedOfALogIsAskedOfTheServer() throws Exception {
        Heard heard = new Heard();
        LogWish wish =
                new LogWish(true, true, OptionalInt.of(10), Optional.of(Instant.parse("2026-03-01T12:00:00Z")), true);

        containers.log(POD, "nginx", wish, heard.text::add, heard.end::complete);
        heard.end.get(20, TimeUnit.SECONDS);

        assertThat(server.asked())
                .containsExactly("GET /api/v1/namespaces/shop/pods/web-1/log?container=nginx&follow=true&previous=true"
                        + "&timestamps=true&tailLines=10&sinceTime=2026-03-01T12%3A00%3A00Z");
    }

    @Test
    void aConnectionThatBreaksIsNoEndOfTheLog() throws Exception {
        CompletableFuture<String> read = new CompletableFuture<>();
        handler.set(exchange -> {
            exchange.chunks().write("line 1\n");
            read.join();
            server.breakConnections();
        });
        Heard heard = new Heard();

        containers.log(POD, "nginx", LogWish.ALL, read::complete, heard.end::complete);

        assertThat(heard.end.get(20, TimeUnit.SECONDS)).isPresent();
        assertThat(read.join()).isEqualTo("line 1\n");
    }

    @Test
    void aLogThatIsRefusedSaysWhyInTheServersWords() {
        handler.set(exchange -> exchange.refuse(400, "container is waiting to start: ContainerCreating"));

        assertThatThrownBy(() -> containers.log(POD, "nginx", LogWish.ALL, _ -> {}, _ -> {}))
                .isInstanceOfSatisfying(ClusterException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(400);
                    assertThat(refused).hasMessage("container is waiting to start: ContainerCreating");
                });
    }

    @Test
    void aProgramSaysWhatItWritesAndItsExitCode() throws Exception {
        List<String> out = new CopyOnWriteArrayList<>();
        List<String> err = new CopyOnWriteArrayList<>();
        CompletableFuture<Integer> done = new CompletableFuture<>();

        containers.exec(POD, "nginx", List.of("false", "a b"), "", out::add, err::add, done::complete);

        assertThat(done.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(String.join("", out)).isEqualTo("ran false a b\n");
        assertThat(String.join("", err)).isEqualTo("and complained\n");
    }

    @Test
    void aTerminalIsTypedIntoAndResizedUntilItsProgramExits() throws Exception {
        Screen screen = new Screen();

        Terminal terminal = containers.terminal(POD, "nginx", List.of("sh"), new Size(80, 24), screen);
        screen.await("size {\"Width\":80,\"Height\":24}");
        terminal.type("echo 你好\r".getBytes(StandardCharsets.UTF_8));
        screen.await("echo 你好\r\n");
        terminal.resize(new Size(100, 30));
        screen.await("size {\"Width\":100,\"Height\":30}");
        terminal.type("exit 3\r".getBytes(StandardCharsets.UTF_8));

        assertThat(screen.ended.get(20, TimeUnit.SECONDS)).isEqualTo(Optional.of(3));
        assertThat(screen.said.get(20, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void aTerminalWhoseConnectionBreaksSaysSo() throws Exception {
        Screen screen = new Screen();
        containers.terminal(POD, "nginx", List.of("sh"), new Size(80, 24), screen);
        screen.await("size");

        server.breakConnections();

        assertThat(screen.ended.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(screen.said.get(20, TimeUnit.SECONDS)).isPresent();
    }

    @Test
    void aTerminalThatIsRefusedSaysWhyInTheServersWords() {
        handler.set(exchange -> exchange.refuse(403, "pods is forbidden: User viewer cannot create pods/exec"));

        assertThatThrownBy(() -> containers.terminal(POD, "nginx", List.of("sh"), new Size(80, 24), new Screen()))
                .isInstanceOfSatisfying(ClusterException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(403);
                    assertThat(refused).hasMessage("pods is forbidden: User viewer cannot create pods/exec");
                });
    }

    @Test
    void whatOnlyThoseAreToldWhoAskForASocketIsSaid() {
        handler.set(exchange -> {
            if (exchange.isWebSocket()) {
                exchange.refuse(500, "error dialing backend: dial tcp: lookup node-0: no such host");
            } else {
                exchange.refuse(400, "Upgrade request required");
            }
        });

        assertThatThrownBy(() -> containers.terminal(POD, "nginx", List.of("sh"), new Size(80, 24), new Screen()))
                .hasMessage("error dialing backend: dial tcp: lookup node-0: no such host");
    }

    @Test
    void aForwardedPortIsOnLoopbackAndCarriesBothWays() throws Exception {
        Told told = new Told();

        try (Forward forward = containers.forward(() -> Optional.of(new PodPort(POD, 80)), 0, told);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), forward.local())) {
            socket.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
            byte[] answer = socket.getInputStream().readNBytes("port 80 got hello".length());

            assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("port 80 got hello");
            assertThat(told.connected.poll(20, TimeUnit.SECONDS)).isEqualTo(new PodPort(POD, 80));
        }

        assertThat(told.disconnected.poll(20, TimeUnit.SECONDS)).isEqualTo(Optional.empty());
    }

    @Test
    void muchIsCarriedWholeAndInOrder() throws Exception {
        byte[] sent = new byte[3_000_000];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i * 31);
        }
        CompletableFuture<byte[]> arrived = new CompletableFuture<>();
        handler.set(exchange -> {
            Peer peer = exchange.upgrade();
            peer.send(0, new byte[] {80, 0});
            peer.send(1, new byte[] {80, 0});
            var whole = new ByteArrayOutputStream();
            while (whole.size() < sent.length) {
                whole.write(peer.read().bytes().array());
            }
            arrived.complete(whole.toByteArray());
            peer.send(0, whole.toByteArray());
        });

        try (Forward forward = containers.forward(() -> Optional.of(new PodPort(POD, 80)), 0, new Told());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), forward.local())) {
            socket.getOutputStream().write(sent);

            assertThat(arrived.get(60, TimeUnit.SECONDS)).isEqualTo(sent);
            assertThat(socket.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
        }
    }

    @Test
    void eachConnectionGoesToThePodThatIsThereThen() throws Exception {
        ResourceId next = ResourceId.of(Kinds.POD, "shop", "web-2");
        AtomicReference<ResourceId> current = new AtomicReference<>(POD);
        Told told = new Told();

        try (Forward forward = containers.forward(() -> Optional.of(new PodPort(current.get(), 80)), 0, told)) {
            new Socket(InetAddress.getLoopbackAddress(), forward.local()).close();
            assertThat(told.connected.poll(20, TimeUnit.SECONDS)).isEqualTo(new PodPort(POD, 80));
            current.set(next);
            new Socket(InetAddress.getLoopbackAddress(), forward.local()).close();
            assertThat(told.connected.poll(20, TimeUnit.SECONDS)).isEqualTo(new PodPort(next, 80));
        }
    }

    @Test
    void aPortThatNobodyListensOnIsToldAndEndsTheConnectionOnly() throws Exception {
        Told told = new Told();

        try (Forward forward = containers.forward(() -> Optional.of(new PodPort(POD, 81)), 0, told);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), forward.local())) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            assertThat(told.disconnected.poll(20, TimeUnit.SECONDS))
                    .isEqualTo(Optional.of("connection refused by port 81"));
            assertThat(new Socket(InetAddress.getLoopbackAddress(), forward.local()).isConnected())
                    .isTrue();
        }
    }

    @Test
    void aLocalPortThatIsTakenIsToldAtOnce() throws Exception {
        try (Forward first = containers.forward(Optional::empty, 0, new Told())) {
            int taken = first.local();

            assertThatThrownBy(() -> containers.forward(Optional::empty, taken, new Told()))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining(String.valueOf(taken));
        }
    }

    private static final class Heard {
        private final List<String> text = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();
    }

    private static final class Screen implements drydock.model.cluster.DirectAccess.TerminalListener {

        private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
        private final CompletableFuture<Optional<Integer>> ended = new CompletableFuture<>();
        private final CompletableFuture<Optional<String>> said = new CompletableFuture<>();
        private final StringBuilder seen = new StringBuilder();

        @Override
        public void written(byte[] bytes) {
            written.add(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void ended(Optional<Integer> exitCode, Optional<String> words) {
            ended.complete(exitCode);
            said.complete(words);
        }

        void await(String text) throws InterruptedException {
            while (seen.indexOf(text) < 0) {
                String more = written.poll(20, TimeUnit.SECONDS);
                assertThat(more).as("after " + seen).isNotNull();
                seen.append(more);
            }
        }
    }

    private static final class Told implements drydock.model.cluster.DirectAccess.ForwardListener {

        private final BlockingQueue<PodPort> connected = new LinkedBlockingQueue<>();
        private final BlockingQueue<Optional<String>> disconnected = new LinkedBlockingQueue<>();

        @Override
        public void connected(PodPort to, int open) {
            connected.add(to);
        }

        @Override
        public void disconnected(int open, Optional<String> said) {
            disconnected.add(said);
        }
    }
}
