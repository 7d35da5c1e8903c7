package drydock.sim.network;

import drydock.model.resource.ResourceId;
import drydock.sim.container.Call;
import drydock.sim.container.Network;
import drydock.sim.container.Outcome;
import drydock.sim.engine.Engine;
import io.fabric8.kubernetes.api.model.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Those that send requests at a rate: as they are started and stopped, and as the annotation `drydock.io/clients` of a
/// Service says (`20/s`), by whichever way leads into it.
public final class Clients {

    private static final String ANNOTATION = "drydock.io/clients";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Engine engine;
    private final ClusterNetwork network;
    private final ServiceTable table;
    private final Places places;
    private final Map<String, Running> running = new TreeMap<>();
    private final List<Shift> shifts = new ArrayList<>();
    private final Map<ResourceId, Double> annotated = new TreeMap<>();
    private long begins;
    private final WayIn way;
    private int turn;

    /// That a client sent, until `to`, which is the end of all time for one that still does.
    private record Shift(Client client, Instant from, Instant to) {

        boolean covers(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    /// A client that was started; one that is started again has another number.
    private record Running(Client client, long number) {}

    Clients(Engine engine, ClusterNetwork network, ServiceTable table, Places places) {
        this.engine = engine;
        this.network = network;
        this.table = table;
        this.places = places;
        this.way = new WayIn(table, places);
        table.services().on(this::changed);
    }

    /// Lets a client send from now on; one of the same name is replaced.
    public void start(Client client) {
        stop(client.name());
        Running begun = new Running(client, ++begins);
        running.put(client.name(), begun);
        shifts.add(new Shift(client, engine.now(), Instant.MAX));
        next(begun);
    }

    /// Stops a client; false if there is none of that name.
    public boolean stop(String name) {
        Instant now = engine.now();
        shifts.replaceAll(shift -> shift.client().name().equals(name) && shift.covers(now)
                ? new Shift(shift.client(), shift.from(), now)
                : shift);
        return running.remove(name) != null;
    }

    /// Stops all that were started.
    public void stopAll() {
        List.copyOf(running.keySet()).forEach(this::stop);
    }

    /// Whether there is somebody to send what `client` does, and somewhere to send it to.
    public boolean canSend(Client client) {
        return call(client, turn).isPresent()
                && (client.from().isEmpty()
                        || client.from().flatMap(places::podOf).isPresent());
    }

    private Optional<Call> call(Client client, int now) {
        return client.url().startsWith(WayIn.SCHEME)
                ? way.call(client.url(), client.from().isPresent(), now)
                : Optional.of(call(client.url()));
    }

    /// Sends one request as `client` would.
    ///
    /// @param done told what came of it
    /// @return whether there is somebody to send it, and somewhere to send it to
    public boolean sendOnce(Client client, Consumer<RequestTrace> done) {
        return send(client, done);
    }

    /// Those that were started, by name.
    public List<Client> running() {
        return running.values().stream().map(Running::client).toList();
    }

    /// Those that were sending at a moment, in the order in which they were started.
    public List<Client> runningAt(Instant moment) {
        return shifts.stream()
                .filter(shift -> shift.covers(moment))
                .map(Shift::client)
                .toList();
    }

    private void next(Running begun) {
        Client client = begun.client();
        engine.schedule(every(client.requestsASecond()), () -> {
            if (begun.equals(running.get(client.name()))) {
                send(client, _ -> {});
                next(begun);
            }
        });
    }

    private boolean send(Client client, Consumer<RequestTrace> done) {
        Optional<Call> call = call(client, turn++);
        Optional<Network> from = client.from().flatMap(places::podOf).map(Places.PodPlace::network);
        if (call.isEmpty() || (client.from().isPresent() && from.isEmpty())) {
            return false;
        }
        Call patient = call.get().withTimeout(client.timeout());
        Consumer<Outcome> then = _ -> done.accept(network.requests().last());
        from.ifPresentOrElse(
                pod -> network.send(client.name(), pod, patient, then),
                () -> network.sendFromOutside(client.name(), patient, then));
        return true;
    }

    private static Call call(String url) {
        Call call = Call.url(url);
        return url.startsWith("tcp://") ? Call.connect(call.host(), call.port()) : call;
    }

    private static Duration every(double rate) {
        return Duration.ofNanos(Math.round(1e9 / rate));
    }

    private void changed(@Nullable Service before, @Nullable Service after) {
        if (before != null && after == null) {
            annotated.remove(ResourceId.of(before));
        }
        if (after == null) {
            return;
        }
        ResourceId id = ResourceId.of(after);
        Optional<Double> rate = rate(after);
        Double was = rate.isEmpty() ? annotated.remove(id) : annotated.put(id, rate.get());
        if (rate.isPresent() && was == null) {
            nextOf(id);
        }
    }

    /// `20/s`, or `30/m`.
    private static Optional<Double> rate(Service service) {
        Map<String, String> annotations = service.getMetadata().getAnnotations();
        String text = annotations == null
                ? ""
                : annotations.getOrDefault(ANNOTATION, "").strip();
        if (!text.matches("\\d{1,4}(\\.\\d{1,3})?/[sm]")) {
            return Optional.empty();
        }
        double number = Double.parseDouble(text.substring(0, text.indexOf('/')));
        double rate = text.endsWith("m") ? number / 60 : number;
        return rate > 0 && rate <= 1_000 ? Optional.of(rate) : Optional.empty();
    }

    private void nextOf(ResourceId id) {
        Double rate = annotated.get(id);
        if (rate != null) {
            engine.schedule(every(rate), () -> {
                if (annotated.containsKey(id)) {
                    table.service(id).ifPresent(service -> ask(id, service));
                    nextOf(id);
                }
            });
        }
    }

    /// By its balancer, else by a port of each node in turn, else from a node to its own address.
    private void ask(ResourceId id, Service service) {
        String name = "clients of " + id.name();
        int now = turn++;
        Optional<Call> outside = way.fromOutside(service, Optional.empty(), "/", now);
        if (outside.isPresent()) {
            network.sendFromOutside(name, outside.get().withTimeout(PATIENCE), _ -> {});
            return;
        }
        List<String> nodes = List.copyOf(places.nodes().keySet());
        if (!nodes.isEmpty()) {
            places.networkOf(nodes.get(Math.floorMod(now, nodes.size())))
                    .ifPresent(from -> way.byAddress(service, Optional.empty(), "/")
                            .ifPresent(call -> network.send(name, from, call.withTimeout(PATIENCE), _ -> {})));
        }
    }
}
