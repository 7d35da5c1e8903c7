package drydock.sim.network;

import drydock.sim.container.NameAnswer;
import drydock.sim.container.Network;
import drydock.sim.container.Outcome;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// How senders in the cluster come from names to addresses: by the name server that each is set up with, and past it by
/// what machines are called.
final class Resolver {

    private static final Duration LOOK_UP = Duration.ofNanos(700_000);
    private static final Duration NO_NAME_SERVER = Duration.ofSeconds(10);

    private final NetworkParts parts;
    private final Turns turns;

    /// What a name stands for.
    ///
    /// @param outside what it is called in the world outside; empty in the cluster
    record Found(String address, Optional<String> outside) {}

    Resolver(NetworkParts parts, Turns turns) {
        this.parts = parts;
        this.turns = turns;
    }

    /// What the name server that a sender asks says of `name`; empty if policies keep the sender from it.
    Optional<NameAnswer> lookUp(Sender from, String name) {
        Dns.Settings settings = settings(from);
        return blocked(from, settings).isPresent()
                ? Optional.empty()
                : Optional.of(parts.dns().lookUp(settings, name));
    }

    /// Looks up the host of a request, which goes on with what was found, or ends.
    void resolve(Journey journey, Sender from, Consumer<Found> then) {
        String host = journey.call().host();
        Dns.Settings settings = settings(from);
        Optional<String> blocked = blocked(from, settings);
        if (blocked.isPresent()) {
            journey.after(
                    NO_NAME_SERVER,
                    () -> journey.end(new Outcome.NoNameServer(host), new RequestResult.Dropped(blocked.get())));
            return;
        }
        journey.after(LOOK_UP, () -> {
            NameAnswer answer = parts.dns().lookUp(settings, host);
            Optional<String> machine = parts.places().networkOf(host).map(Network::address);
            if (!answer.found() && machine.isEmpty()) {
                journey.end(new Outcome.NoSuchHost(host), new RequestResult.UnknownName(host));
                return;
            }
            journey.hop(Hop.Kind.DNS, answer.server(), parts.dns().externalName(answer));
            then.accept(answer.found() ? found(answer) : new Found(machine.orElseThrow(), Optional.empty()));
        });
    }

    /// A name server gives several addresses in an order that goes round.
    private Found found(NameAnswer answer) {
        String address = turns.next(answer.name(), answer.addresses());
        String name = answer.alias().isEmpty() ? answer.name() : answer.alias();
        boolean outside = parts.world().knows(name) && address.equals(World.address(name));
        return new Found(address, outside ? Optional.of(name) : Optional.empty());
    }

    private Optional<String> blocked(Sender from, Dns.Settings settings) {
        return settings.asksCluster() ? parts.gate().toNameServer(from) : Optional.empty();
    }

    private Dns.Settings settings(Sender from) {
        return from.pod()
                .flatMap(place -> parts.api().get(place.pod()))
                .map(Pod.class::cast)
                .map(pod -> Dns.settings(pod.getSpec(), pod.getMetadata().getNamespace()))
                .orElse(Dns.NODE);
    }
}
