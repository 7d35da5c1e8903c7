package drydock.app.live.pod;

import drydock.app.live.api.ApiServer;
import drydock.app.live.watch.WireException;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Numbered channels on one web socket: the first byte of each message says which one it belongs to
/// (`k8s.io/apimachinery/pkg/util/httpstream/wsstream`, `v4.channel.k8s.io`).
final class Channels implements AutoCloseable {

    private static final String PROTOCOL = "v4.channel.k8s.io";
    private static final int NORMAL = 1000;
    private static final long MOMENT_NANOS = 50_000;

    /// What arrives. Called on the client's threads, one call after the other; no more is read before it returns.
    interface Listener {

        void received(int channel, byte[] bytes);

        /// Called once, and last.
        ///
        /// @param broken what became of the connection; empty where the other side closed it in good order
        void closed(Optional<String> broken);
    }

    private final ApiServer server;
    private final Listener listener;
    private final AtomicBoolean over = new AtomicBoolean();
    private final WebSocket socket;

    /// Opens them.
    Channels(ApiServer server, PodPath path, Listener listener) throws WireException {
        this.server = server;
        this.listener = listener;
        this.socket = server.socket(path.toString(), PROTOCOL, new Receiver());
    }

    /// Sends bytes on a channel, and waits until they are on their way.
    ///
    /// @return whether they are; the connection has ended otherwise
    synchronized boolean send(int channel, byte[] bytes, int length) {
        ByteBuffer message = ByteBuffer.allocate(length + 1);
        message.put((byte) channel).put(bytes, 0, length).flip();
        boolean sent = !over.get() && socket.send(message);
        while (sent && !over.get() && socket.queueSize() > 0) {
            LockSupport.parkNanos(MOMENT_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return sent;
    }

    boolean isOver() {
        return over.get();
    }

    /// Ends the connection; the listener is told that it was closed in good order.
    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            socket.sendClose(NORMAL, "");
            listener.closed(Optional.empty());
        }
    }

    private void end(Optional<String> broken) {
        if (over.compareAndSet(false, true)) {
            listener.closed(broken);
        }
    }

    private final class Receiver implements WebSocket.Listener {

        @Override
        public void onMessage(WebSocket socket, ByteBuffer message) {
            if (message.hasRemaining() && !over.get()) {
                int channel = message.get() & 0xff;
                byte[] bytes = new byte[message.remaining()];
                message.get(bytes);
                listener.received(channel, bytes);
            }
            socket.request();
        }

        /// Some servers in between make text of what was sent as bytes.
        @Override
        public void onMessage(WebSocket socket, String message) {
            onMessage(socket, ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason) {
            socket.sendClose(code, "");
            end(code == NORMAL ? Optional.empty() : Optional.of(reason.isBlank() ? "closed with " + code : reason));
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            end(Optional.of(String.valueOf(server.failed(failure).getMessage())));
        }
    }
}
