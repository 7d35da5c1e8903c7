package drydock.sim.network;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The ways into the cluster beside nodes and balancers: the ingress controller, which stands outside and asks Pods
/// itself, and ports that `kubectl port-forward` holds open.
final class Entrances {

    /// The address of clients outside.
    static final String CLIENT = "203.0.113.50";

    /// The address of the ingress controller.
    static final String CONTROLLER = "203.0.113.10";

    private static final Duration PUBLISHED = Duration.ofSeconds(10);

    /// Where the ingress controller sends a request.
    sealed interface Route {

        /// No rule and no default backend takes it.
        record None() implements Route {}

        /// To a port of a Service.
        ///
        /// @param port the Service's port, its number or its name
        record To(ResourceId ingress, ResourceId service, String port) implements Route {}
    }

    /// A port of the user's machine that leads to a Pod.
    record Forward(ResourceId pod, int port) {}

    private record Candidate(Ingress ingress, HTTPIngressPath path, int rank) {}

    private final Informer<Ingress> ingresses;
    private final Map<Integer, Forward> forwards = new HashMap<>();

    Entrances(ApiServer api) {
        this.ingresses = new Informer<>(api, Kinds.INGRESS, Ingress.class);
    }

    /// Writes the controller's address in the status of each Ingress, a little after it was made.
    void publish(Engine engine, ApiServer api) {
        ingresses.on((before, after) -> {
            if (before == null && after != null) {
                ResourceId id = ResourceId.of(after);
                engine.schedule(
                        PUBLISHED, () -> api.get(id).map(Ingress.class::cast).ifPresent(now -> publish(api, now)));
            }
        });
    }

    private static void publish(ApiServer api, Ingress ingress) {
        api.replaceStatus(new IngressBuilder(ingress)
                .editMetadata()
                .withResourceVersion(null)
                .endMetadata()
                .withNewStatus()
                .withNewLoadBalancer()
                .addNewIngress()
                .withIp(CONTROLLER)
                .endIngress()
                .endLoadBalancer()
                .endStatus()
                .build());
    }

    boolean isController(String address) {
        return address.equals(CONTROLLER);
    }

    /// The address outside of a host that an Ingress names.
    Optional<String> publicAddress(String host) {
        boolean named = ingresses.all().stream()
                .flatMap(i -> i.getSpec().getRules().stream())
                .anyMatch(rule -> rule.getHost() != null && hostRank(rule.getHost(), host) > 0);
        return named ? Optional.of(CONTROLLER) : Optional.empty();
    }

    /// The rule for a host and a path: an exact host before one with `*` before none, then an exact path, then the
    /// longest prefix (`networking.k8s.io/v1`, HTTPIngressPath); then a default backend.
    Route route(String host, String pathAndQuery) {
        String path = pathAndQuery.replaceFirst("[?#].*", "");
        List<Candidate> candidates = new ArrayList<>();
        for (Ingress ingress : ingresses.all()) {
            for (IngressRule rule : ingress.getSpec().getRules()) {
                int rank = hostRank(Objects.requireNonNullElse(rule.getHost(), ""), host);
                if (rank > 0 && rule.getHttp() != null) {
                    rule.getHttp().getPaths().stream()
                            .filter(p -> matches(p, path))
                            .forEach(p -> candidates.add(new Candidate(ingress, p, rank)));
                }
            }
        }
        Optional<Candidate> best = candidates.stream()
                .max(Comparator.comparingInt(Candidate::rank)
                        .thenComparing(c -> "Exact".equals(c.path().getPathType()))
                        .thenComparingInt(c -> text(c.path()).length()));
        if (best.isPresent()) {
            return to(best.get().ingress(), best.get().path().getBackend());
        }
        return ingresses.all().stream()
                .filter(i -> i.getSpec().getDefaultBackend() != null)
                .findFirst()
                .map(i -> to(i, i.getSpec().getDefaultBackend()))
                .orElse(new Route.None());
    }

    /// 3 for the host itself, 2 for a pattern that it fits, 1 for a rule for all hosts, 0 for another host.
    private static int hostRank(String rule, String host) {
        if (rule.isEmpty()) {
            return 1;
        }
        if (rule.equals(host)) {
            return 3;
        }
        int dot = host.indexOf('.');
        return rule.startsWith("*.") && dot > 0 && host.substring(dot).equals(rule.substring(1)) ? 2 : 0;
    }

    private static String text(HTTPIngressPath path) {
        return Objects.requireNonNullElse(path.getPath(), "/");
    }

    private static boolean matches(HTTPIngressPath rule, String path) {
        String prefix = text(rule);
        if ("Exact".equals(rule.getPathType())) {
            return path.equals(prefix);
        }
        String plain = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        return path.equals(plain) || path.startsWith(plain + "/");
    }

    private static Route to(Ingress ingress, IngressBackend backend) {
        if (backend.getService() == null) {
            return new Route.None();
        }
        var port = backend.getService().getPort();
        String named = port == null
                ? ""
                : port.getNumber() != null
                        ? String.valueOf(port.getNumber())
                        : Objects.requireNonNullElse(port.getName(), "");
        ResourceId service = ResourceId.of(
                Kinds.SERVICE,
                ingress.getMetadata().getNamespace(),
                backend.getService().getName());
        return new Route.To(ResourceId.of(ingress), service, named);
    }

    Runnable forward(int local, ResourceId pod, int port) {
        Forward forward = new Forward(pod, port);
        forwards.put(local, forward);
        return () -> forwards.remove(local, forward);
    }

    Optional<Forward> forwarded(int local) {
        return Optional.ofNullable(forwards.get(local));
    }
}
