package drydock.app.serve;

import drydock.model.cluster.ClusterException;
import drydock.sim.http.ApiCall;
import drydock.sim.http.ContainerChannels;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// `exec`, `attach` and `portforward` of one client, over a web socket whose messages begin with the number of a
/// channel: what the client says goes to the simulation's thread, and what is told there goes to the client. It is
/// public for Jetty's sake, which calls no others.
public final class ContainerSocket extends Session.Listener.AbstractAutoDemanding {

    private static final List<String> PROTOCOLS =
            List.of("v5.channel.k8s.io", "v4.channel.k8s.io", "portforward.k8s.io");

    private final SimulationThread simulation;
    private final ExecutorService threads;
    private final ContainerChannels.Typed typed;
    private final ChannelQueue told;

    private ContainerSocket(
            SimulationThread simulation, ExecutorService threads, ContainerChannels.Typed typed, ChannelQueue told) {
        this.simulation = simulation;
        this.threads = threads;
        this.typed = typed;
        this.told = told;
    }

    /// The protocol that both sides know, the newest first.
    ///
    /// @throws ClusterException if there is none
    static String protocol(List<String> asked) {
        return PROTOCOLS.stream()
                .filter(asked::contains)
                .findFirst()
                .orElseThrow(() -> new ClusterException(
                        400, "BadRequest", "no common protocol: v5.channel.k8s.io or v4.channel.k8s.io"));
    }

    /// Begins what `call` asks for.
    ///
    /// @param threads for what has to wait for the network
    /// @param words all values of `command`, or of `ports`
    /// @throws ClusterException if it is refused
    static ContainerSocket begin(SimulationThread simulation, ExecutorService threads, ApiCall call, List<String> words)
            throws InterruptedException {
        ChannelQueue told = new ChannelQueue();
        CompletableFuture<ContainerChannels.Typed> begun = new CompletableFuture<>();
        simulation.run(living -> {
            try {
                begun.complete(new ContainerChannels(living).begin(call, words, told));
            } catch (RuntimeException refused) {
                begun.completeExceptionally(refused);
            }
        });
        try {
            return new ContainerSocket(simulation, threads, begun.get(), told);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof ClusterException refused
                    ? refused
                    : new ClusterException(500, "InternalError", String.valueOf(failed.getCause()));
        }
    }

    /// Ends what was begun.
    void over() {
        simulation.run(_ -> typed.over());
        told.end();
    }

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        threads.execute(() -> told.carry(session));
    }

    @Override
    public void onWebSocketBinary(ByteBuffer message, Callback callback) {
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        take(ByteBuffer.wrap(bytes));
        callback.succeed();
    }

    @Override
    public void onWebSocketText(String message) {
        take(StandardCharsets.UTF_8.encode(message));
    }

    private void take(ByteBuffer message) {
        if (message.hasRemaining()) {
            int channel = Byte.toUnsignedInt(message.get());
            byte[] bytes = new byte[message.remaining()];
            message.get(bytes);
            simulation.run(_ -> typed.take(channel, bytes));
        }
    }

    @Override
    public void onWebSocketClose(int status, String reason, Callback callback) {
        over();
        callback.succeed();
    }
}
