package drydock.app.traffic;

import drydock.app.observe.Observed;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What requests can be sent to, as the console's lines call it.
final class Destinations {

    private Destinations() {}

    /// How `object` is called as the target of requests; empty if nothing can be sent to it by its name.
    static Optional<String> of(ResourceId object, Observed observed) {
        return observed.find(object).flatMap(found -> of(object, found));
    }

    /// All of a cluster.
    static List<String> of(Observed observed) {
        return observed.objects().stream()
                .filter(object -> !object.getMetadata().getName().equals("kubernetes"))
                .flatMap(object -> of(ResourceId.of(object), object).stream())
                .sorted()
                .distinct()
                .toList();
    }

    private static Optional<String> of(ResourceId id, HasMetadata object) {
        return switch (object) {
            case Service _ -> Optional.of("service/" + id.namespace() + "/" + id.name());
            case Ingress ingress -> host(ingress).map(host -> "http://" + host + path(ingress));
            default -> Optional.empty();
        };
    }

    /// The first host of an Ingress; where it takes all, the address that it was given.
    private static Optional<String> host(Ingress ingress) {
        return rules(ingress).stream()
                .map(IngressRule::getHost)
                .filter(Objects::nonNull)
                .findFirst()
                .map(host -> host.replace("*", "www"))
                .or(() -> ingress.getStatus() == null || ingress.getStatus().getLoadBalancer() == null
                        ? Optional.empty()
                        : ingress.getStatus().getLoadBalancer().getIngress().stream()
                                .map(given -> given.getIp())
                                .filter(Objects::nonNull)
                                .findFirst());
    }

    private static String path(Ingress ingress) {
        return rules(ingress).stream()
                .filter(rule -> rule.getHttp() != null)
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(path -> Objects.requireNonNullElse(path.getPath(), "/"))
                .filter(path -> path.startsWith("/"))
                .findFirst()
                .orElse("/");
    }

    private static List<IngressRule> rules(Ingress ingress) {
        return ingress.getSpec() == null || ingress.getSpec().getRules() == null
                ? List.of()
                : ingress.getSpec().getRules();
    }
}
