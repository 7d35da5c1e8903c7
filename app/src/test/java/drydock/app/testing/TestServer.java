package drydock.app.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/// A small HTTP server on loopback that tests answer with what they like, web sockets among it. It stands for an API
/// server, or for a kubelet behind a real one.
public final class TestServer implements AutoCloseable {

    private static final int MOST_MESSAGE = 1 << 24;

    /// Answers a request, on a thread of its own.
    public interface Handler {
        void answer(Exchange exchange) throws IOException;
    }

    private final Server server = new Server();
    private final ServerConnector door;
    private final Handler handler;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /// Answers plain HTTP on a free port.
    public TestServer(Handler handler) throws IOException {
        this.handler = handler;
        this.door = new ServerConnector(server);
        start();
    }

    /// Answers through TLS on a free port.
    public TestServer(SSLContext certificate, Handler handler) throws IOException {
        this.handler = handler;
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setSslContext(certificate);
        HttpConfiguration http = new HttpConfiguration();
        // an API server calls a kubelet by an address that is not in its certificate
        http.addCustomizer(new SecureRequestCustomizer(false));
        this.door =
                new ServerConnector(server, new SslConnectionFactory(ssl, "http/1.1"), new HttpConnectionFactory(http));
        start();
    }

    private void start() throws IOException {
        door.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        door.setIdleTimeout(0);
        server.addConnector(door);
        ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(server);
        sockets.setMaxBinaryMessageSize(MOST_MESSAGE);
        sockets.setMaxFrameSize(MOST_MESSAGE);
        server.setHandler(new org.eclipse.jetty.server.Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws IOException {
                String body = Content.Source.asString(request, StandardCharsets.UTF_8);
                asked.add(request.getMethod() + " " + request.getHttpURI().getPathQuery());
                threads.execute(() -> serve(new Exchange(sockets, request, response, callback, body)));
                return true;
            }
        });
        try {
            server.start();
        } catch (IOException taken) {
            throw taken;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void serve(Exchange exchange) {
        try {
            handler.answer(exchange);
            exchange.end();
        } catch (IOException | RuntimeException broken) {
            // the client has gone, or the test has ended, or it wants the connection to break
            exchange.breakConnection();
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    public String address() {
        return "http://127.0.0.1:" + port();
    }

    /// What was asked so far, as `GET /version`.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /// Breaks all connections, as a server does that crashes; new ones are still taken.
    public void breakConnections() {
        door.getConnectedEndPoints().forEach(TestServer::reset);
    }

    static void reset(EndPoint connection) {
        try {
            if (connection.getTransport() instanceof SocketChannel channel) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException closed) {
            // it is closed, then
        }
        connection.close();
    }

    @Override
    public void close() throws IOException {
        breakConnections();
        try {
            server.stop();
        } catch (Exception broken) {
            throw new IOException(broken);
        } finally {
            threads.shutdownNow();
        }
    }
}
