package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassParametersReference;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The columns of Services and what routes to them (`pkg/printers/internalversion/printers.go`).
final class NetworkColumns {

    private static final int MOST = 3;
    private static final int BALANCER_WIDTH = 16;

    static final List<Columns<?>> ALL = List.of(
            Columns.named(Service.class)
                    .and("TYPE", of -> of.getSpec().getType())
                    .and("CLUSTER-IP", of -> Columns.none(of.getSpec().getClusterIP()))
                    .and("EXTERNAL-IP", false, (of, row) -> external(of, row.wide()))
                    .and("PORT(S)", NetworkColumns::ports)
                    .age()
                    .wide("SELECTOR", of -> Tables.pairs(of.getSpec().getSelector())),
            Columns.named(Endpoints.class)
                    .and("ENDPOINTS", NetworkColumns::endpoints)
                    .age(),
            Columns.named(EndpointSlice.class)
                    .and("ADDRESSTYPE", EndpointSlice::getAddressType)
                    .and(
                            "PORTS",
                            slice -> unset(slice.getPorts().stream()
                                    .map(NetworkColumns::port)
                                    .toList()))
                    .and(
                            "ENDPOINTS",
                            slice -> unset(slice.getEndpoints().stream()
                                    .flatMap(endpoint -> endpoint.getAddresses().stream())
                                    .toList()))
                    .age(),
            Columns.named(Ingress.class)
                    .and("CLASS", of -> Columns.none(of.getSpec().getIngressClassName()))
                    .and("HOSTS", NetworkColumns::hosts)
                    .and("ADDRESS", false, (of, row) -> clipped(address(of), row.wide()))
                    .and("PORTS", of -> of.getSpec().getTls().isEmpty() ? "80" : "80, 443")
                    .age(),
            Columns.named(IngressClass.class)
                    .and("CONTROLLER", of -> of.getSpec().getController())
                    .and("PARAMETERS", of -> parameters(of.getSpec().getParameters()))
                    .age(),
            Columns.named(NetworkPolicy.class)
                    .and("POD-SELECTOR", of -> Tables.selector(of.getSpec().getPodSelector()))
                    .age());

    private NetworkColumns() {}

    private static String ports(Service service) {
        return Columns.none(
                service.getSpec().getPorts().stream().map(NetworkColumns::port).collect(Collectors.joining(",")));
    }

    private static String port(ServicePort port) {
        String node = port.getNodePort() == null || port.getNodePort() == 0 ? "" : ":" + port.getNodePort();
        return port.getPort() + node + "/" + Objects.requireNonNullElse(port.getProtocol(), "TCP");
    }

    private static String external(Service service, boolean wide) {
        List<String> given = service.getSpec().getExternalIPs();
        return switch (Objects.requireNonNullElse(service.getSpec().getType(), "ClusterIP")) {
            case "LoadBalancer" -> {
                String balancers = clipped(balancers(service), wide);
                String all = String.join(",", given);
                yield balancers.isEmpty() && all.isEmpty()
                        ? "<pending>"
                        : balancers + (balancers.isEmpty() || all.isEmpty() ? "" : ",") + all;
            }
            case "ExternalName" -> Objects.requireNonNullElse(service.getSpec().getExternalName(), "");
            default -> Columns.none(String.join(",", given));
        };
    }

    private static String balancers(Service service) {
        return service.getStatus() == null || service.getStatus().getLoadBalancer() == null
                ? ""
                : service.getStatus().getLoadBalancer().getIngress().stream()
                        .map(ingress -> Objects.requireNonNullElse(
                                ingress.getIp() == null ? ingress.getHostname() : ingress.getIp(), ""))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(","));
    }

    /// At most three addresses, then how many more (`printers.go formatEndpoints`).
    private static String endpoints(Endpoints endpoints) {
        return Columns.none(Columns.firstOf(
                endpoints.getSubsets().stream()
                        .flatMap(NetworkColumns::addresses)
                        .toList(),
                MOST));
    }

    private static Stream<String> addresses(EndpointSubset subset) {
        return subset.getPorts().isEmpty()
                ? subset.getAddresses().stream().map(EndpointAddress::getIp)
                : subset.getPorts().stream()
                        .flatMap(port ->
                                subset.getAddresses().stream().map(address -> address.getIp() + ":" + port.getPort()));
    }

    private static String port(EndpointPort port) {
        return port.getPort() != null
                ? port.getPort().toString()
                : Optional.ofNullable(port.getName())
                        .filter(name -> !name.isEmpty())
                        .orElse("*");
    }

    private static String unset(List<String> all) {
        return all.isEmpty() ? "<unset>" : Columns.firstOf(all, MOST);
    }

    private static String hosts(Ingress ingress) {
        List<String> hosts = ingress.getSpec().getRules().stream()
                .map(IngressRule::getHost)
                .filter(host -> host != null && !host.isEmpty())
                .toList();
        return hosts.isEmpty() ? "*" : Columns.firstOf(hosts, MOST);
    }

    private static String address(Ingress ingress) {
        if (ingress.getStatus() == null || ingress.getStatus().getLoadBalancer() == null) {
            return "";
        }
        return ingress.getStatus().getLoadBalancer().getIngress().stream()
                .map(one -> Objects.requireNonNullElse(one.getIp() == null ? one.getHostname() : one.getIp(), ""))
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    /// Balancers' addresses are clipped to 16 letters, but in wide tables.
    private static String clipped(String text, boolean wide) {
        return wide || text.length() <= BALANCER_WIDTH ? text : text.substring(0, BALANCER_WIDTH - 3) + "...";
    }

    private static String parameters(@Nullable IngressClassParametersReference reference) {
        if (reference == null) {
            return "<none>";
        }
        String group = reference.getApiGroup() == null ? "" : "." + reference.getApiGroup();
        return reference.getKind() + group + "/" + reference.getName();
    }
}
