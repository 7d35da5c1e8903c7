package drydock.sim.container;

import java.util.Optional;
import java.util.TreeMap;

/// The network that the containers of a Pod share (or, with hostNetwork, those of a node): a name, an address and
/// who listens on which port.
public final class Network {

    private final String hostname;
    private final String address;
    private final Outside outside;
    private final TreeMap<Integer, Listener> listeners = new TreeMap<>();

    /// @param outside what lies beyond the cluster
    public Network(String hostname, String address, Outside outside) {
        this.hostname = hostname;
        this.address = address;
        this.outside = outside;
    }

    public String hostname() {
        return hostname;
    }

    public String address() {
        return address;
    }

    public Outside outside() {
        return outside;
    }

    /// Takes `port` for `listener`; false if it is taken ("address already in use").
    public boolean listen(int port, Listener listener) {
        return listeners.putIfAbsent(port, listener) == null;
    }

    /// Gives up a port; nothing happens if another holds it.
    public void close(int port, Listener listener) {
        listeners.remove(port, listener);
    }

    /// Who answers at `port`, or empty: the connection is refused.
    public Optional<Listener> at(int port) {
        return Optional.ofNullable(listeners.get(port));
    }

    /// Answers requests on a port.
    @FunctionalInterface
    public interface Listener {

        /// The answer to a GET of `path`.
        Reply get(String path);
    }

    /// An HTTP answer.
    public record Reply(int status, String body) {}
}
