package drydock.app.serve;

import drydock.model.cluster.ClusterException;
import drydock.sim.access.Caller;
import drydock.sim.http.ApiCall;
import drydock.sim.http.ContainerChannels;
import drydock.sim.http.RestApi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/// Takes each request to the simulation's thread and its answer back, on a thread that may wait for both.
final class ApiHandler extends Handler.Abstract {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final SimulationThread simulation;
    private final RestApi rest;
    private final String address;
    private final ServerWebSocketContainer sockets;
    private final ExecutorService threads;

    /// @param address where the server is reached, the origin of its own pages
    ApiHandler(
            SimulationThread simulation,
            RestApi rest,
            String address,
            ServerWebSocketContainer sockets,
            ExecutorService threads) {
        this.simulation = simulation;
        this.rest = rest;
        this.address = address;
        this.sockets = sockets;
        this.threads = threads;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!isLocal(request)) {
            response.setStatus(403);
            callback.succeeded();
            return true;
        }
        Fields query = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
        boolean wantsSocket = "websocket".equalsIgnoreCase(header(request, HttpHeader.UPGRADE));
        try {
            ApiCall call = call(request, query);
            if (!wantsSocket) {
                PendingReply reply = new PendingReply();
                simulation.run(_ -> ask(call, reply));
                reply.carry(response, simulation, patience(call));
                callback.succeeded();
            } else if (ContainerChannels.leads(call.path())) {
                upgrade(request, response, callback, call, query);
            } else {
                // no web sockets for watches: who is told so asks again without
                callback.succeeded();
            }
        } catch (ClusterException refused) {
            PendingReply.whole(response, refused.code(), "application/json", RestApi.refusal(refused));
            callback.succeeded();
        } catch (IOException | InterruptedException over) {
            // the client has gone, or the server is closing
            callback.failed(over);
        }
        return true;
    }

    private void upgrade(Request request, Response response, Callback callback, ApiCall call, Fields query)
            throws InterruptedException {
        String protocol =
                ContainerSocket.protocol(request.getHeaders().getCSV(HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL, false));
        List<String> words = values(query, call.path().endsWith("/portforward") ? "ports" : "command");
        ContainerSocket socket = ContainerSocket.begin(simulation, threads, call, words);
        boolean upgraded = sockets.upgrade(
                (_, agreed, _) -> {
                    agreed.setAcceptedSubProtocol(protocol);
                    return socket;
                },
                request,
                response,
                Callback.from(callback::succeeded, failure -> {
                    socket.over();
                    callback.failed(failure);
                }));
        if (!upgraded) {
            socket.over();
            throw new ClusterException(400, "BadRequest", "no handshake of a web socket");
        }
    }

    private void ask(ApiCall call, PendingReply reply) {
        try {
            rest.answer(call, reply);
        } catch (RuntimeException failure) {
            String words =
                    Objects.toString(failure.getMessage(), failure.getClass().getSimpleName());
            byte[] refusal = RestApi.refusal(new ClusterException(500, "InternalError", words));
            reply.send(500, "application/json", new String(refusal, StandardCharsets.UTF_8));
        }
    }

    private boolean isLocal(Request request) {
        String host = header(request, HttpHeader.HOST).replaceFirst(":\\d+$", "");
        String origin = header(request, HttpHeader.ORIGIN);
        return (origin.isEmpty() || origin.equals(address)) && (host.equals("127.0.0.1") || host.equals("localhost"));
    }

    private static Duration patience(ApiCall call) {
        String seconds = call.query().getOrDefault("timeoutSeconds", "");
        return seconds.matches("\\d{1,6}") && !seconds.matches("0+")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : LONGEST;
    }

    private static ApiCall call(Request request, Fields query) throws IOException {
        Map<String, String> last = new HashMap<>();
        query.forEach(field -> last.put(field.getName(), field.getValues().getLast()));
        ByteBuffer body = Content.Source.asByteBuffer(request);
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        return ApiCall.of(
                request.getMethod(),
                request.getHttpURI().getDecodedPath(),
                last,
                header(request, HttpHeader.ACCEPT),
                header(request, HttpHeader.CONTENT_TYPE).replaceFirst(";.*", "").strip(),
                bytes,
                caller(request));
    }

    /// The administrator, or in whose name the administrator asks.
    private static Caller caller(Request request) {
        String name = Objects.toString(request.getHeaders().get("Impersonate-User"), "");
        return name.isEmpty()
                ? Caller.ADMINISTRATOR
                : Caller.impersonated(name, request.getHeaders().getValuesList("Impersonate-Group"));
    }

    private static List<String> values(Fields query, String name) {
        Fields.Field field = query.get(name);
        return field == null ? List.of() : field.getValues();
    }

    private static String header(Request request, HttpHeader name) {
        return Objects.toString(request.getHeaders().get(name), "");
    }
}
