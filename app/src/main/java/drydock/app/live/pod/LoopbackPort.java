package drydock.app.live.pod;

import drydock.app.live.api.ApiServer;
import drydock.app.live.watch.WireException;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.DirectAccess.Forward;
import drydock.model.cluster.DirectAccess.ForwardListener;
import drydock.model.cluster.DirectAccess.PodPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// A port on loopback, and nowhere else. For each connection that is made to it a Pod is chosen, and a
/// connection of its own leads there, so that it goes on when Pods are replaced.
final class LoopbackPort implements Forward {

    private final ApiServer server;
    private final ServerSocket door;
    private final Supplier<Optional<PodPort>> to;
    private final ForwardListener listener;
    private final Set<ForwardedConnection> connections = ConcurrentHashMap.newKeySet();

    private LoopbackPort(
            ApiServer server, ServerSocket door, Supplier<Optional<PodPort>> to, ForwardListener listener) {
        this.server = server;
        this.door = door;
        this.to = to;
        this.listener = listener;
    }

    /// @param local 0 for a free one
    /// @throws ClusterException if the port is taken
    static LoopbackPort open(ApiServer server, Supplier<Optional<PodPort>> to, int local, ForwardListener listener) {
        ServerSocket door;
        try {
            door = new ServerSocket(local, 0, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new ClusterException("port " + local + " of this machine: " + taken.getMessage(), taken);
        }
        LoopbackPort port = new LoopbackPort(server, door, to, listener);
        Thread.ofVirtual().name("forward " + port.local()).start(port::accept);
        return port;
    }

    @Override
    public int local() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                Thread.ofVirtual().name("forwarding " + local()).start(() -> lead(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void lead(Socket socket) {
        Optional<String> said = Optional.empty();
        try (socket) {
            Optional<PodPort> chosen = to.get();
            if (chosen.isEmpty()) {
                said = Optional.of("no Pod to connect to");
                return;
            }
            said = lead(socket, chosen.get());
        } catch (WireException | ClusterException refused) {
            said = Optional.of(String.valueOf(refused.getMessage()));
        } catch (IOException broken) {
            said = Optional.of(String.valueOf(server.failed(broken).getMessage()));
        } finally {
            listener.disconnected(connections.size(), said);
        }
    }

    private Optional<String> lead(Socket socket, PodPort chosen) throws IOException, WireException {
        ForwardedConnection connection = ForwardedConnection.open(server, chosen, socket);
        connections.add(connection);
        try {
            if (door.isClosed()) {
                connection.close();
            }
            listener.connected(chosen, connections.size());
            return connection.carry();
        } finally {
            connections.remove(connection);
        }
    }

    /// Takes no more connections, and ends those there are.
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException closed) {
            // then nobody can come through it any more either
        }
        connections.forEach(ForwardedConnection::close);
    }
}
