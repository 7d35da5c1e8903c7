package drydock.app.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import drydock.sim.Simulation;
import drydock.sim.http.ApiCall;
import drydock.sim.http.RestApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A Kubernetes API on loopback, behind which a simulated cluster is.
///
/// **Who may ask:** whoever is on this machine. Nothing else can reach it, and what a browser sends on behalf of a page
/// is refused: it comes with the page's origin, which is not this server's, or with a name of the page's own for this
/// machine.
public final class ApiOnLoopback implements AutoCloseable {

    private static final int MOST_BYTES = 3 << 20;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final SimulationThread simulation;
    private final HttpServer server;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    private ApiOnLoopback(SimulationThread simulation, HttpServer server) {
        this.simulation = simulation;
        this.server = server;
    }

    /// Serves `simulation`, which from now on nobody else may touch.
    ///
    /// @param port 0 for any that is free
    /// @param speed how many seconds pass in a second; empty for as fast as it goes
    /// @throws IOException if the port cannot be had
    public static ApiOnLoopback start(Simulation simulation, int port, OptionalDouble speed) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        RestApi rest = new RestApi(simulation.cluster());
        ApiOnLoopback api = new ApiOnLoopback(SimulationThread.start(simulation, speed), server);
        server.createContext("/", exchange -> api.answer(exchange, rest));
        server.setExecutor(api.clients);
        server.start();
        return api;
    }

    /// Where it is reached: `http://127.0.0.1:40123`.
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
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
        server.stop(0);
        clients.shutdownNow();
        simulation.close();
    }

    private void answer(HttpExchange exchange, RestApi rest) throws IOException {
        try (exchange) {
            if (!isLocal(exchange.getRequestHeaders())) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            if ("websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Upgrade"))) {
                // no web sockets: who is told so asks again without
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                exchange.sendResponseHeaders(413, -1);
                return;
            }
            ApiCall call = call(exchange, new String(body, StandardCharsets.UTF_8));
            PendingReply reply = new PendingReply();
            simulation.run(_ -> ask(rest, call, reply));
            reply.carry(exchange, simulation, patience(call));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void ask(RestApi rest, ApiCall call, PendingReply reply) {
        try {
            rest.answer(call, reply);
        } catch (RuntimeException failure) {
            reply.send(500, "application/json", PendingReply.failure(failure));
        }
    }

    private boolean isLocal(Headers headers) {
        String host = Objects.toString(headers.getFirst("Host"), "").replaceFirst(":\\d+$", "");
        String origin = Objects.toString(headers.getFirst("Origin"), address());
        return origin.equals(address()) && (host.equals("127.0.0.1") || host.equals("localhost"));
    }

    private static Duration patience(ApiCall call) {
        String seconds = call.query().getOrDefault("timeoutSeconds", "");
        return seconds.matches("\\d{1,6}") && !seconds.matches("0+")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : LONGEST;
    }

    private static ApiCall call(HttpExchange exchange, String body) {
        Map<String, String> query = new HashMap<>();
        String raw = Objects.toString(exchange.getRequestURI().getRawQuery(), "");
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                query.put(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        Headers headers = exchange.getRequestHeaders();
        return new ApiCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query,
                Objects.toString(headers.getFirst("Accept"), ""),
                Objects.toString(headers.getFirst("Content-Type"), "")
                        .replaceFirst(";.*", "")
                        .strip(),
                body);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
