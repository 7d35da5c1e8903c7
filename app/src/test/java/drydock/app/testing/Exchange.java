package drydock.app.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/// One request to a [TestServer] and its answer.
public final class Exchange {

    private final ServerWebSocketContainer sockets;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final String body;
    private boolean goesOn;

    Exchange(ServerWebSocketContainer sockets, Request request, Response response, Callback callback, String body) {
        this.sockets = sockets;
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.body = body;
    }

    public String method() {
        return request.getMethod();
    }

    /// Path and query.
    public String target() {
        return request.getHttpURI().getPathQuery();
    }

    public String path() {
        return request.getHttpURI().getPath();
    }

    public String body() {
        return body;
    }

    /// A header of the request; empty if it has none.
    public String header(String name) {
        return Objects.toString(request.getHeaders().get(name), "");
    }

    /// The values of a parameter.
    public List<String> parameter(String name) {
        Fields.Field field =
                Request.extractQueryParameters(request, StandardCharsets.UTF_8).get(name);
        return field == null ? List.of() : field.getValues();
    }

    public boolean isWebSocket() {
        return header("Upgrade").equalsIgnoreCase("websocket");
    }

    public void json(int code, String json) throws IOException {
        answer(code, "application/json", json);
    }

    /// A whole answer.
    public void answer(int code, String type, String text) throws IOException {
        head(code, type);
        Content.Sink.write(response, true, StandardCharsets.UTF_8.encode(text));
    }

    /// A refusal as an API server words it.
    public void refuse(int code, String message) throws IOException {
        json(
                code,
                "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"" + message
                        + "\",\"code\":" + code + "}");
    }

    /// Begins an answer that goes on until it is closed; where it is not, the connection breaks.
    public Chunks chunks() throws IOException {
        goesOn = true;
        head(200, "text/plain");
        Chunks chunks = new Chunks();
        chunks.write("");
        return chunks;
    }

    private void head(int code, String type) {
        response.setStatus(code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    }

    /// Goes over to a web socket, with the protocol that the client likes best.
    public Peer upgrade() throws IOException {
        Peer peer = new Peer();
        goesOn = true;
        boolean upgraded = sockets.upgrade(
                (asked, agreed, _) -> {
                    asked.getSubProtocols().stream().findFirst().ifPresent(agreed::setAcceptedSubProtocol);
                    return peer;
                },
                request,
                response,
                callback);
        if (!upgraded) {
            throw new IOException("no handshake of a web socket");
        }
        peer.awaitOpen();
        return peer;
    }

    /// All has been said.
    void end() {
        if (!goesOn) {
            callback.succeeded();
        }
    }

    void breakConnection() {
        TestServer.reset(request.getConnectionMetaData().getConnection().getEndPoint());
        callback.failed(new IOException("broken"));
    }

    /// The body of an answer that comes bit by bit.
    public final class Chunks implements AutoCloseable {

        private Chunks() {}

        public void write(String text) throws IOException {
            Content.Sink.write(response, false, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }

        /// Ends it in good order.
        @Override
        public void close() {
            goesOn = false;
        }
    }
}
