package drydock.app.serve;

import drydock.model.cluster.ClusterException;
import drydock.sim.Simulation;
import drydock.sim.http.ApiCall;
import drydock.sim.http.ContainerChannels;
import drydock.sim.http.RestApi;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// A Kubernetes API on loopback, behind which a simulated cluster is.
///
/// **Who may ask:** whoever is on this machine. Nothing else can reach it, and what a browser sends on behalf of a page
/// is refused: it comes with the page's origin, which is not this server's, or with a name of the page's own for this
/// machine.
public final class ApiOnLoopback implements AutoCloseable {

    private static final int BACKLOG = 128;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final SimulationThread simulation;
    private final ServerSocket door;
    private final RestApi rest;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    private ApiOnLoopback(SimulationThread simulation, RestApi rest, ServerSocket door) {
        this.simulation = simulation;
        this.rest = rest;
        this.door = door;
    }

    /// Serves `simulation`, which from now on nobody else may touch.
    ///
    /// @param port 0 for any that is free
    /// @param speed how many seconds pass in a second; empty for as fast as it goes
    /// @throws IOException if the port cannot be had
    public static ApiOnLoopback start(Simulation simulation, int port, OptionalDouble speed) throws IOException {
        ServerSocket door = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        RestApi rest = new RestApi(simulation.cluster());
        ApiOnLoopback api = new ApiOnLoopback(SimulationThread.start(simulation, speed), rest, door);
        Thread.ofPlatform().daemon().name("door").start(api::accept);
        return api;
    }

    /// Where it is reached: `http://127.0.0.1:40123`.
    public String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
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
        closed(door);
        sockets.forEach(ApiOnLoopback::closed);
        clients.shutdownNow();
        simulation.close();
    }

    private static void closed(Closeable open) {
        try {
            open.close();
        } catch (IOException already) {
            // it is closed, then
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                sockets.add(socket);
                clients.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException closing) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            while (answered(in, out)) {
                // the next request of the same client
            }
        } catch (IOException gone) {
            // the client has gone
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(socket);
        }
    }

    /// Answers the next request; gives whether there may be another one.
    private boolean answered(DataInputStream in, OutputStream out) throws IOException, InterruptedException {
        Optional<Request> next;
        try {
            next = Request.read(in, out);
        } catch (Request.BadException bad) {
            new Answer(out, false).empty(bad.status());
            return false;
        }
        if (next.isEmpty()) {
            return false;
        }
        Request request = next.get();
        Answer answer = new Answer(out, request.method().equals("HEAD"));
        if (!isLocal(request)) {
            answer.empty(403);
            return true;
        }
        ApiCall call = call(request);
        if (request.isWebSocket() && ContainerChannels.leads(call.path())) {
            try {
                new ContainerSocket(simulation, clients).serve(request, call, in, out);
                return false;
            } catch (ClusterException refused) {
                answer.whole(refused.code(), "application/json", RestApi.refusal(refused));
                return true;
            }
        }
        if (request.isWebSocket()) {
            // no web sockets for watches: who is told so asks again without
            answer.empty(200);
            return true;
        }
        PendingReply reply = new PendingReply();
        simulation.run(_ -> ask(rest, call, reply));
        reply.carry(answer, simulation, patience(call));
        return !request.isLast();
    }

    private static void ask(RestApi rest, ApiCall call, PendingReply reply) {
        try {
            rest.answer(call, reply);
        } catch (RuntimeException failure) {
            reply.send(500, "application/json", PendingReply.failure(failure));
        }
    }

    private boolean isLocal(Request request) {
        String host = request.header("Host").replaceFirst(":\\d+$", "");
        String origin = request.header("Origin");
        return (origin.isEmpty() || origin.equals(address())) && (host.equals("127.0.0.1") || host.equals("localhost"));
    }

    private static Duration patience(ApiCall call) {
        String seconds = call.query().getOrDefault("timeoutSeconds", "");
        return seconds.matches("\\d{1,6}") && !seconds.matches("0+")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : LONGEST;
    }

    private static ApiCall call(Request request) {
        Map<String, String> query = new HashMap<>();
        request.pairs().forEach(pair -> query.put(pair.name(), pair.value()));
        return new ApiCall(
                request.method(),
                request.path(),
                query,
                request.header("Accept"),
                request.header("Content-Type").replaceFirst(";.*", "").strip(),
                request.body());
    }
}
