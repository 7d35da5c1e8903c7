package drydock.app.serve;

import drydock.sim.Simulation;
import drydock.sim.http.RestApi;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/// A Kubernetes API on loopback, behind which a simulated cluster is. Jetty speaks HTTP/1.1 and web sockets for it.
///
/// **Who may ask:** whoever is on this machine. Nothing else can reach it, and what a browser sends on behalf of a page
/// is refused: it comes with the page's origin, which is not this server's, or with a name of the page's own for this
/// machine.
public final class ApiOnLoopback implements AutoCloseable {

    /// (`apiserver/pkg/server/config.go MaxRequestBodyBytes`)
    private static final long MOST_BYTES = 3L << 20;

    private static final int MOST_HEAD = 1 << 16;
    private static final int MOST_MESSAGE = 1 << 24;

    /// (`pkg/kubelet/apis/config/v1beta1/defaults.go StreamingConnectionIdleTimeout`)
    private static final Duration IDLE = Duration.ofHours(4);

    private final SimulationThread simulation;
    private final Server server;
    private final ServerConnector door;
    private final ExecutorService clients;

    private ApiOnLoopback(SimulationThread simulation, Server server, ServerConnector door, ExecutorService clients) {
        this.simulation = simulation;
        this.server = server;
        this.door = door;
        this.clients = clients;
    }

    /// Serves `simulation`, which from now on nobody else may touch.
    ///
    /// @param port 0 for any that is free
    /// @param speed how many seconds pass in a second; empty for as fast as it goes
    /// @throws IOException if the port cannot be had
    public static ApiOnLoopback start(Simulation simulation, int port, OptionalDouble speed) throws IOException {
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("door");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(clients);
        Server server = new Server(threads);
        ServerConnector door = door(server, port);
        RestApi rest = new RestApi(simulation.cluster(), simulation.usages());
        SimulationThread thread = SimulationThread.start(simulation, speed);
        SizeLimitHandler limited = new SizeLimitHandler(MOST_BYTES, -1);
        limited.setHandler(new ApiHandler(thread, rest, address(door), sockets(server), clients));
        server.setHandler(limited);
        try {
            server.start();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
        return new ApiOnLoopback(thread, server, door, clients);
    }

    private static ServerConnector door(Server server, int port) throws IOException {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(MOST_HEAD);
        http.setSendServerVersion(false);
        // names may hold what looks like a way through folders: there are none here
        http.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector door = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        door.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        door.setPort(port);
        door.setIdleTimeout(0); // a watch may be quiet
        server.addConnector(door);
        door.open();
        return door;
    }

    private static ServerWebSocketContainer sockets(Server server) {
        ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(server);
        sockets.setMaxBinaryMessageSize(MOST_MESSAGE);
        sockets.setMaxTextMessageSize(MOST_MESSAGE);
        sockets.setMaxFrameSize(MOST_MESSAGE);
        sockets.setIdleTimeout(IDLE);
        return sockets;
    }

    private static String address(ServerConnector door) {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /// Where it is reached: `http://127.0.0.1:40123`.
    public String address() {
        return address(door);
    }

    /// What kubectl needs to know to reach it.
    public String kubeconfig() {
        return """
            apiVersion: v1
            kind: Config
            clusters:
            - name: drydock
              cluster:
                server: %s
            users:
            - name: drydock
              user: {}
            contexts:
            - name: drydock
              context:
                cluster: drydock
                user: drydock
                namespace: default
            current-context: drydock
            """.formatted(address());
    }

    /// Writes the kubeconfig to a new file, or over one that was written so before; gives whether it did. What leads
    /// to other clusters is left as it is.
    public boolean writeKubeconfig(Path file) throws IOException {
        String own = kubeconfig();
        if (Files.exists(file) && !withoutAddress(Files.readString(file)).equals(withoutAddress(own))) {
            return false;
        }
        Files.writeString(file, own);
        return true;
    }

    private static String withoutAddress(String kubeconfig) {
        return kubeconfig.replaceFirst("server: \\S+", "");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        } finally {
            clients.shutdownNow();
            simulation.close();
        }
    }
}
