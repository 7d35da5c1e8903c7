package drydock.app.serve;

import drydock.model.cluster.ClusterException;
import drydock.sim.http.ApiCall;
import drydock.sim.http.ContainerChannels;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;

/// `exec`, `attach` and `portforward` of one client: what it says goes to the simulation's thread, and what is told
/// there
/// goes to it from a thread that may wait for the network.
final class ContainerSocket implements ContainerChannels.Told {

    /// What is to be sent; nothing after the end.
    private record Piece(int channel, ByteBuffer bytes, boolean end) {}

    private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final SimulationThread simulation;
    private final ExecutorService threads;

    ContainerSocket(SimulationThread simulation, ExecutorService threads) {
        this.simulation = simulation;
        this.threads = threads;
    }

    @Override
    public void send(int channel, byte[] bytes) {
        pieces.add(new Piece(channel, ByteBuffer.wrap(bytes), false));
    }

    @Override
    public void end() {
        pieces.add(new Piece(0, ByteBuffer.allocate(0), true));
    }

    /// Serves until one of both sides has ended.
    ///
    /// @throws ClusterException if it is refused, and nothing was answered yet
    void serve(Request request, ApiCall call, DataInputStream in, OutputStream out)
            throws IOException, InterruptedException {
        Optional<String> protocol = ChannelSocket.protocol(request);
        if (protocol.isEmpty()) {
            throw new ClusterException(400, "BadRequest", "no common protocol: v5.channel.k8s.io or v4.channel.k8s.io");
        }
        List<String> words = request.values(call.path().endsWith("/portforward") ? "ports" : "command");
        ContainerChannels.Typed typed = begin(call, words);
        try {
            ChannelSocket socket = ChannelSocket.upgrade(request, protocol.get(), in, out);
            threads.execute(() -> write(socket));
            for (Optional<ChannelSocket.Message> message = socket.read();
                    message.isPresent();
                    message = socket.read()) {
                ChannelSocket.Message one = message.get();
                simulation.run(_ -> typed.take(one.channel(), bytes(one.bytes())));
            }
        } finally {
            simulation.run(_ -> typed.over());
            end();
        }
    }

    private ContainerChannels.Typed begin(ApiCall call, List<String> words) throws InterruptedException {
        CompletableFuture<ContainerChannels.Typed> begun = new CompletableFuture<>();
        simulation.run(living -> {
            try {
                begun.complete(new ContainerChannels(living).begin(call, words, this));
            } catch (RuntimeException refused) {
                begun.completeExceptionally(refused);
            }
        });
        try {
            return begun.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof ClusterException refused
                    ? refused
                    : new ClusterException(500, "InternalError", String.valueOf(failed.getCause()));
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private void write(ChannelSocket socket) {
        try {
            for (Piece piece = pieces.take(); !piece.end(); piece = pieces.take()) {
                socket.send(piece.channel(), bytes(piece.bytes()));
            }
            socket.close();
        } catch (IOException gone) {
            // the client has gone, which the reading side sees, too
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
