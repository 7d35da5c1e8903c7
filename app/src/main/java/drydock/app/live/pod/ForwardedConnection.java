package drydock.app.live.pod;

import drydock.app.live.api.ApiServer;
import drydock.app.live.watch.WireException;
import drydock.model.cluster.DirectAccess.PodPort;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// One connection that is carried to a port of a Pod: channel 0 has its bytes, channel 1 what went wrong, and each
/// begins with the port's number (`pkg/kubelet/cri/streaming/portforward/websocket.go`).
final class ForwardedConnection implements AutoCloseable {

    private static final int DATA = 0;
    private static final int ERROR = 1;
    private static final int NUMBER_BYTES = 2;
    private static final int BUFFER = 16 * 1024;

    private final Socket socket;
    private final CompletableFuture<Optional<String>> ended = new CompletableFuture<>();
    private final Channels channels;

    private ForwardedConnection(ApiServer server, PodPort to, Socket socket) throws IOException, WireException {
        this.socket = socket;
        PodPath path = new PodPath(to.pod(), "portforward").with("ports", to.port());
        this.channels = new Channels(server, path, new Receiver(socket.getOutputStream()));
    }

    static ForwardedConnection open(ApiServer server, PodPort to, Socket socket) throws IOException, WireException {
        return new ForwardedConnection(server, to, socket);
    }

    /// Carries both ways until one side has ended. A side that only says that it will send no more is waited for still:
    /// these channels cannot hand that on.
    ///
    /// @return what went wrong, empty if nothing did
    Optional<String> carry() {
        Thread upward = Thread.ofVirtual().name("forwarding up").start(this::sendUp);
        Optional<String> said = ended.join();
        close();
        upward.interrupt();
        return said;
    }

    private void sendUp() {
        byte[] bytes = new byte[BUFFER];
        try {
            InputStream in = socket.getInputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (!channels.send(DATA, bytes, read)) {
                    return;
                }
            }
        } catch (IOException closed) {
            channels.close();
        }
    }

    @Override
    public void close() {
        channels.close();
        try {
            socket.close();
        } catch (IOException closed) {
            // it is closed, then
        }
    }

    private final class Receiver implements Channels.Listener {

        private final OutputStream out;
        private final StringBuilder error = new StringBuilder();
        private int dataNumber = NUMBER_BYTES;
        private int errorNumber = NUMBER_BYTES;

        Receiver(OutputStream out) {
            this.out = out;
        }

        @Override
        public void received(int channel, byte[] bytes) {
            if (channel == DATA) {
                int skipped = Math.min(dataNumber, bytes.length);
                dataNumber -= skipped;
                write(bytes, skipped);
            } else if (channel == ERROR) {
                int skipped = Math.min(errorNumber, bytes.length);
                errorNumber -= skipped;
                error.append(new String(bytes, skipped, bytes.length - skipped, StandardCharsets.UTF_8));
            }
        }

        private void write(byte[] bytes, int from) {
            try {
                out.write(bytes, from, bytes.length - from);
            } catch (IOException nobodyReads) {
                ended.complete(Optional.empty());
            }
        }

        @Override
        public void closed(Optional<String> broken) {
            ended.complete(
                    error.isEmpty() ? broken : Optional.of(error.toString().strip()));
        }
    }
}
