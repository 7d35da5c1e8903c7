package drydock.app.live.pod;

import drydock.app.live.api.ApiServer;
import drydock.app.live.watch.WireException;
import drydock.model.cluster.DirectAccess.Size;
import drydock.model.cluster.DirectAccess.Terminal;
import drydock.model.resource.ResourceId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A program that runs in a container, on the channels of one connection.
final class Program implements Terminal {

    private static final int INPUT = 0;
    private static final int OUTPUT = 1;
    private static final int ERRORS = 2;
    private static final int STATUS = 3;
    private static final int RESIZE = 4;

    /// Told what it does.
    interface Listener {

        void written(byte[] bytes);

        /// Never called of a program with a terminal, which has one output for all.
        void complained(byte[] bytes);

        void ended(Optional<Integer> exitCode, Optional<String> said);
    }

    /// What it gets beside its words.
    enum Gets {
        NOTHING,
        INPUT,
        TERMINAL
    }

    private final Channels channels;

    private Program(Channels channels) {
        this.channels = channels;
    }

    static Program start(
            ApiServer server, ResourceId pod, String container, List<String> words, Gets gets, Listener listener)
            throws WireException {
        PodPath path = new PodPath(pod, "exec");
        words.forEach(word -> path.with("command", word));
        path.with("container", container).with("stdout", true);
        path.with("stdin", gets != Gets.NOTHING)
                .with("stderr", gets != Gets.TERMINAL)
                .with("tty", gets == Gets.TERMINAL);
        return new Program(new Channels(server, path, new Receiver(server, listener)));
    }

    /// What runs in the container already, to type to and to hear.
    static Program attach(ApiServer server, ResourceId pod, String container, Listener listener) throws WireException {
        PodPath path = new PodPath(pod, "attach")
                .with("container", container)
                .with("stdin", true)
                .with("stdout", true)
                .with("stderr", true);
        return new Program(new Channels(server, path, new Receiver(server, listener)));
    }

    boolean isOver() {
        return channels.isOver();
    }

    @Override
    public void type(byte[] keys) {
        channels.send(INPUT, keys, keys.length);
    }

    @Override
    public void resize(Size size) {
        byte[] said =
                ("{\"Width\":" + size.columns() + ",\"Height\":" + size.rows() + "}").getBytes(StandardCharsets.UTF_8);
        channels.send(RESIZE, said, said.length);
    }

    @Override
    public void close() {
        channels.close();
    }

    private static final class Receiver implements Channels.Listener {

        private final ApiServer server;
        private final Listener listener;
        private Optional<ExitStatus> status = Optional.empty();

        Receiver(ApiServer server, Listener listener) {
            this.server = server;
            this.listener = listener;
        }

        @Override
        public void received(int channel, byte[] bytes) {
            switch (channel) {
                case OUTPUT -> written(bytes);
                case ERRORS -> {
                    if (bytes.length > 0) {
                        listener.complained(bytes);
                    }
                }
                case STATUS -> {
                    if (bytes.length > 0) {
                        status = Optional.of(ExitStatus.read(server.json(), new String(bytes, StandardCharsets.UTF_8)));
                    }
                }
                default -> {
                    // a channel that nobody knows yet
                }
            }
        }

        /// The server begins each channel with an empty message.
        private void written(byte[] bytes) {
            if (bytes.length > 0) {
                listener.written(bytes);
            }
        }

        @Override
        public void closed(Optional<String> broken) {
            listener.ended(
                    status.flatMap(ExitStatus::code),
                    status.isPresent() ? status.get().said() : broken);
        }
    }
}
