package drydock.app.serve;

import drydock.sim.http.ContainerChannels;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// What is on its way to a client over a web socket, each message behind the number of its channel.
final class ChannelQueue implements ContainerChannels.Told {

    /// Empty at the end.
    private final LinkedBlockingQueue<Optional<ByteBuffer>> messages = new LinkedBlockingQueue<>();

    @Override
    public void send(int channel, byte[] bytes) {
        ByteBuffer message = ByteBuffer.allocate(bytes.length + 1);
        message.put((byte) channel).put(bytes).flip();
        messages.add(Optional.of(message));
    }

    @Override
    public void end() {
        messages.add(Optional.empty());
    }

    /// Sends one after the other until the end, and then closes in good order.
    void carry(Session session) {
        try {
            for (Optional<ByteBuffer> next = messages.take(); next.isPresent(); next = messages.take()) {
                ByteBuffer message = next.get();
                Callback.Completable.with(sent -> session.sendBinary(message, sent))
                        .get();
            }
            session.close();
        } catch (ExecutionException gone) {
            // the client has gone, which the reading side sees, too
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
