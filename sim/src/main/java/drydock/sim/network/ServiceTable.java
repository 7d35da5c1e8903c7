package drydock.sim.network;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the nodes' proxies know of the Services: each node a little later than the watch tells, and each at a moment of
/// its own, so that for a while some still send to an endpoint that others have given up.
///
/// Nothing is copied to nodes: the last versions of each Service are kept with their times, and a node sees the newest
/// one that has come to it.
final class ServiceTable {

    private static final long SOONEST_NANOS = Duration.ofMillis(15).toNanos();
    private static final long SPREAD_NANOS = Duration.ofMillis(250).toNanos();
    private static final String SERVICE = "kubernetes.io/service-name";

    private final Engine engine;
    private final Informer<Service> services;
    private final Informer<EndpointSlice> slices;
    private final Informer<Node> nodes;
    private final Map<ResourceId, Deque<Version>> versions = new HashMap<>();
    private final Map<String, ResourceId> byAddress = new HashMap<>();
    private final TreeMap<Integer, TreeSet<ResourceId>> byNodePort = new TreeMap<>();
    private final Map<String, Long> stoppedAt = new HashMap<>();
    private final Map<String, Long> lags = new HashMap<>();

    /// A Service with its slices as they became. Most versions are never asked for: endpoints are found when one is.
    private static final class Version {

        private final long nanos;
        private final long number;
        private final @Nullable Service service;
        private final List<EndpointSlice> slices;
        private @Nullable ServiceRules rules;

        Version(long nanos, long number, @Nullable Service service, Collection<EndpointSlice> slices) {
            this.nanos = nanos;
            this.number = number;
            this.service = service;
            this.slices = List.copyOf(slices);
        }

        Optional<ServiceRules> rules() {
            if (rules == null && service != null) {
                rules = ServiceRules.of(service, slices);
            }
            return Optional.ofNullable(rules);
        }
    }

    private long changes;
    private long servicesVersion;

    ServiceTable(Engine engine, ApiServer api) {
        this.engine = engine;
        this.services = new Informer<>(
                api, Kinds.SERVICE, Service.class, s -> List.of(s.getMetadata().getNamespace()));
        this.slices = new Informer<>(api, Kinds.ENDPOINT_SLICE, EndpointSlice.class, s -> List.of(key(s)));
        this.nodes = new Informer<>(api, Kinds.NODE, Node.class);
        services.on((before, after) -> {
            servicesVersion++;
            index(before, false);
            index(after, true);
            changed(ResourceId.of(Objects.requireNonNull(after == null ? before : after)));
        });
        slices.on((before, after) -> {
            EndpointSlice slice = Objects.requireNonNull(after == null ? before : after);
            changed(ResourceId.of(Kinds.SERVICE, slice.getMetadata().getNamespace(), name(slice)));
        });
    }

    private static String name(EndpointSlice slice) {
        Map<String, String> labels = slice.getMetadata().getLabels();
        return labels == null ? "" : labels.getOrDefault(SERVICE, "");
    }

    private static String key(EndpointSlice slice) {
        return slice.getMetadata().getNamespace() + "/" + name(slice);
    }

    private void index(@Nullable Service service, boolean there) {
        if (service == null) {
            return;
        }
        ResourceId id = ResourceId.of(service);
        for (String address : addresses(service)) {
            if (there) {
                byAddress.put(address, id);
            } else {
                byAddress.remove(address, id);
            }
        }
        service.getSpec().getPorts().forEach(port -> {
            if (port.getNodePort() != null && port.getNodePort() > 0) {
                TreeSet<ResourceId> ids = byNodePort.computeIfAbsent(port.getNodePort(), _ -> new TreeSet<>());
                if (there) {
                    ids.add(id);
                } else {
                    ids.remove(id);
                }
            }
        });
    }

    private static List<String> addresses(Service service) {
        List<String> all = new ArrayList<>();
        String own = service.getSpec().getClusterIP();
        if (own != null && !own.isEmpty() && !own.equals("None")) {
            all.add(own);
        }
        all.addAll(service.getSpec().getExternalIPs());
        all.addAll(balancers(service));
        return all;
    }

    /// The addresses that the cloud gave it.
    static List<String> balancers(Service service) {
        return service.getStatus() == null || service.getStatus().getLoadBalancer() == null
                ? List.of()
                : service.getStatus().getLoadBalancer().getIngress().stream()
                        .map(i -> Objects.requireNonNullElse(i.getIp(), ""))
                        .filter(ip -> !ip.isEmpty())
                        .toList();
    }

    private void changed(ResourceId id) {
        Deque<Version> known = versions.computeIfAbsent(id, _ -> new ArrayDeque<>());
        known.addLast(new Version(engine.nowNanos(), ++changes, services.get(id).orElse(null), slicesOf(id)));
        if (stoppedAt.isEmpty() && lags.isEmpty()) {
            prune(known);
        }
    }

    /// Versions that every node has left behind are forgotten.
    private void prune(Deque<Version> known) {
        long old = engine.nowNanos() - SOONEST_NANOS - SPREAD_NANOS;
        while (known.size() > 1) {
            Iterator<Version> first = known.iterator();
            first.next();
            if (first.next().nanos > old) {
                return;
            }
            known.removeFirst();
        }
    }

    /// What the API server says now.
    Optional<ServiceRules> current(ResourceId id) {
        return services.get(id).map(service -> ServiceRules.of(service, slicesOf(id)));
    }

    private Collection<EndpointSlice> slicesOf(ResourceId service) {
        return slices.of(service.namespace() + "/" + service.name());
    }

    /// What the proxy of `node` knows now.
    Optional<ServiceRules> seenFrom(String node, ResourceId id) {
        Deque<Version> known = versions.get(id);
        if (known == null) {
            return Optional.empty();
        }
        long now =
                Math.min(engine.nowNanos(), stoppedAt.getOrDefault(node, Long.MAX_VALUE)) - lags.getOrDefault(node, 0L);
        for (Iterator<Version> newest = known.descendingIterator(); newest.hasNext(); ) {
            Version version = newest.next();
            if (version.nanos + delayNanos(node, version.number) <= now) {
                return version.rules();
            }
        }
        return Optional.empty();
    }

    private static long delayNanos(String node, long version) {
        long mixed = (node.hashCode() * 31L + version) * 0x9E3779B97F4A7C15L;
        return SOONEST_NANOS + Math.floorMod(mixed >>> 20, SPREAD_NANOS);
    }

    /// The zone of `node`, empty if it is in none.
    String zoneOf(String node) {
        return nodes.get(ResourceId.of(Kinds.NODE, "", node))
                .map(found -> found.getMetadata().getLabels())
                .map(labels -> labels.getOrDefault("topology.kubernetes.io/zone", ""))
                .orElse("");
    }

    /// The Service whose address, external address or balancer `address` is.
    Optional<ResourceId> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /// The Service that has `port` of every node.
    Optional<ResourceId> atNodePort(int port) {
        TreeSet<ResourceId> ids = byNodePort.get(port);
        return ids == null || ids.isEmpty() ? Optional.empty() : Optional.of(ids.first());
    }

    Optional<Service> service(ResourceId id) {
        return services.get(id);
    }

    /// Another number whenever a Service has changed.
    long servicesVersion() {
        return servicesVersion;
    }

    Collection<Service> in(String namespace) {
        return services.of(namespace);
    }

    /// The cache of Services, for who reacts to their changes.
    Informer<Service> services() {
        return services;
    }

    /// From now on `node` learns nothing new.
    void stop(String node) {
        stoppedAt.putIfAbsent(node, engine.nowNanos());
    }

    /// From now on `node` learns of each change so much later than others.
    void delay(String node, long nanos) {
        if (nanos == 0) {
            lags.remove(node);
        } else {
            lags.put(node, nanos);
        }
    }

    void start(String node) {
        stoppedAt.remove(node);
    }
}
