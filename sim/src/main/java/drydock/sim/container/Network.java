package drydock.sim.container;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The network that the containers of a Pod share (or, with hostNetwork, those of a node): a name, an address, who
/// listens on which port, and the wire to everything else.
public final class Network {

    private final String hostname;
    private final String address;
    private final Wire wire;
    private Map<Integer, Listener> listeners = Map.of();

    /// @param wire what carries calls to others
    public Network(String hostname, String address, Wire wire) {
        this.hostname = hostname;
        this.address = address;
        this.wire = wire;
    }

    /// A network alone with the world outside.
    public Network(String hostname, String address, Outside outside) {
        this(hostname, address, Wire.to(outside));
    }

    public String hostname() {
        return hostname;
    }

    public String address() {
        return address;
    }

    /// Whether `host` is this network itself.
    public boolean isSelf(String host) {
        return host.startsWith("127.")
                || host.equals("localhost")
                || host.equals("0.0.0.0")
                || host.equals(address)
                || host.equals(hostname);
    }

    /// Takes `port` for `listener`; false if it is taken ("address already in use").
    public boolean listen(int port, Listener listener) {
        if (listeners.containsKey(port)) {
            return false;
        }
        listeners = Few.with(listeners, port, listener);
        return true;
    }

    /// Gives up a port; nothing happens if another holds it.
    public void close(int port, Listener listener) {
        if (listener.equals(listeners.get(port))) {
            listeners = Few.without(listeners, port);
        }
    }

    /// Who answers at `port`, or empty: the connection is refused.
    public Optional<Listener> at(int port) {
        return Optional.ofNullable(listeners.get(port));
    }

    /// The ports that somebody listens on, in order.
    public List<Integer> ports() {
        return List.copyOf(listeners.keySet());
    }

    /// Makes a call from here; `then` gets what became of it.
    public void send(Call call, Consumer<Outcome> then) {
        wire.send(this, call, then);
    }

    /// Looks up a name from here; empty if no name server answers.
    public Optional<NameAnswer> lookUp(String name) {
        return wire.lookUp(this, name);
    }

    /// Hands a call that has come here to who listens.
    ///
    /// @param client the address it comes from
    /// @param dialled the address that the caller dialled
    public void deliver(Call call, String client, String dialled, Consumer<Outcome> then) {
        Listener listener = listeners.get(call.port());
        if (listener == null) {
            then.accept(new Outcome.Refused(dialled));
        } else if (call.scheme().equals("tcp")) {
            then.accept(new Outcome.Answered(Reply.ok(""), dialled));
        } else {
            listener.serve(
                    new Listener.Message(call, client), reply -> then.accept(new Outcome.Answered(reply, dialled)));
        }
    }
}
