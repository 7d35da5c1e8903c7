package drydock.app.testing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// A [TestServer]'s end of a web socket with channels.
public final class Peer extends Session.Listener.AbstractAutoDemanding {

    /// A message on a channel of a web socket.
    public record Message(int channel, ByteBuffer bytes) {

        public String text() {
            return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
        }
    }

    private final CompletableFuture<Session> open = new CompletableFuture<>();
    private final LinkedBlockingQueue<Optional<Message>> received = new LinkedBlockingQueue<>();

    Peer() {}

    void awaitOpen() throws IOException {
        result(open);
    }

    /// The next message.
    ///
    /// @throws IOException when the other side has closed
    public Message read() throws IOException {
        try {
            Optional<Message> next = received.take();
            if (next.isEmpty()) {
                received.add(next);
            }
            return next.orElseThrow(() -> new IOException("closed"));
        } catch (InterruptedException ended) {
            throw new InterruptedIOException();
        }
    }

    public void send(int channel, String text) throws IOException {
        send(channel, text.getBytes(StandardCharsets.UTF_8));
    }

    public void send(int channel, byte[] bytes) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(bytes.length + 1);
        message.put((byte) channel).put(bytes).flip();
        result(Callback.Completable.with(sent -> getSession().sendBinary(message, sent)));
    }

    public void close(int code) throws IOException {
        result(Callback.Completable.with(sent -> getSession().close(code, "", sent)));
    }

    private static void result(CompletableFuture<?> future) throws IOException {
        try {
            future.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed);
        } catch (InterruptedException ended) {
            throw new InterruptedIOException();
        }
    }

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        open.complete(session);
    }

    @Override
    public void onWebSocketBinary(ByteBuffer message, Callback callback) {
        if (message.hasRemaining()) {
            int channel = message.get();
            byte[] bytes = new byte[message.remaining()];
            message.get(bytes);
            received.add(Optional.of(new Message(channel, ByteBuffer.wrap(bytes))));
        }
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        open.completeExceptionally(cause);
        received.add(Optional.empty());
    }

    @Override
    public void onWebSocketClose(int status, String reason, Callback callback) {
        received.add(Optional.empty());
        callback.succeed();
    }
}
