package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A Service with the endpoints of each port (`describe.go describeService`).
final class ServiceDescription {

    private static final int MOST_ENDPOINTS = 3;

    private final Cluster cluster;
    private final Service service;
    private final Lines lines;

    private ServiceDescription(Lines lines, Cluster cluster, Service service) {
        this.lines = lines;
        this.cluster = cluster;
        this.service = service;
    }

    static void of(Lines lines, Cluster cluster, Service service) {
        ServiceDescription description = new ServiceDescription(lines, cluster, service);
        Metadata.name(lines, service);
        Metadata.labelsAndAnnotations(lines, service.getMetadata());
        description.addresses(service.getSpec());
        service.getSpec().getPorts().forEach(description::port);
        description.policies(service.getSpec());
        EventLines.of(lines, cluster, service);
    }

    /// The ready addresses of one port of `service`.
    static String endpoints(Cluster cluster, Service service, ServicePort port) {
        return new ServiceDescription(new Lines(), cluster, service).endpoints(port);
    }

    private void addresses(ServiceSpec spec) {
        lines.field(0, "Selector", ConditionLines.selector(LabelSelector.ofLabels(spec.getSelector())));
        lines.field(0, "Type", spec.getType());
        lines.fieldIfAny(0, "IP Family Policy", spec.getIpFamilyPolicy());
        lines.field(0, "IP Families", joined(spec.getIpFamilies()));
        lines.field(0, "IP", spec.getClusterIP());
        lines.field(0, "IPs", joined(spec.getClusterIPs()));
        lines.fieldIfAny(0, "External IPs", String.join(",", spec.getExternalIPs()));
        lines.fieldIfAny(0, "Desired LoadBalancer IP", spec.getLoadBalancerIP());
        lines.fieldIfAny(0, "External Name", spec.getExternalName());
        if (service.getStatus() != null && service.getStatus().getLoadBalancer() != null) {
            lines.fieldIfAny(
                    0,
                    "LoadBalancer Ingress",
                    service.getStatus().getLoadBalancer().getIngress().stream()
                            .map(ServiceDescription::ingress)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? Lines.NONE : String.join(",", texts);
    }

    private static String ingress(LoadBalancerIngress ingress) {
        if (text(ingress.getIp()).isEmpty()) {
            return text(ingress.getHostname());
        }
        return ingress.getIp() + (ingress.getIpMode() == null ? "" : " (" + ingress.getIpMode() + ")");
    }

    private void port(ServicePort port) {
        String name = text(port.getName()).isEmpty() ? "<unset>" : port.getName();
        lines.line(0, "Port:", name, port.getPort() + "/" + port.getProtocol());
        lines.field(0, "TargetPort", ProbeText.port(port.getTargetPort()) + "/" + port.getProtocol());
        lines.fieldIfAny(0, "AppProtocol", port.getAppProtocol());
        if (port.getNodePort() != null && port.getNodePort() != 0) {
            lines.line(0, "NodePort:", name, port.getNodePort() + "/" + port.getProtocol());
        }
        lines.field(0, "Endpoints", endpoints(port));
    }

    private void policies(ServiceSpec spec) {
        lines.field(0, "Session Affinity", spec.getSessionAffinity());
        lines.fieldIfAny(0, "External Traffic Policy", spec.getExternalTrafficPolicy());
        lines.fieldIfAny(0, "Internal Traffic Policy", spec.getInternalTrafficPolicy());
        if (spec.getHealthCheckNodePort() != null && spec.getHealthCheckNodePort() != 0) {
            lines.field(0, "HealthCheck NodePort", spec.getHealthCheckNodePort());
        }
        lines.fieldIfAny(0, "LoadBalancer Source Ranges", String.join(",", spec.getLoadBalancerSourceRanges()));
        lines.fieldIfAny(0, "Traffic Distribution", spec.getTrafficDistribution());
    }

    /// Ready addresses of one port, from the EndpointSlices where the cluster has them.
    private String endpoints(ServicePort port) {
        Optional<List<String>> found =
                cluster.kinds().contains(Kinds.ENDPOINT_SLICE) ? fromSlices(port) : fromEndpoints(port);
        if (found.isEmpty()) {
            return Lines.NONE;
        }
        List<String> all = found.get();
        String first = all.stream().limit(MOST_ENDPOINTS).collect(Collectors.joining(","));
        return all.size() > MOST_ENDPOINTS ? first + " + " + (all.size() - MOST_ENDPOINTS) + " more..." : first;
    }

    /// Empty if there are no slices at all.
    private Optional<List<String>> fromSlices(ServicePort port) {
        ObjectMeta metadata = service.getMetadata();
        Query query = Query.in(Kinds.ENDPOINT_SLICE, metadata.getNamespace())
                .withLabels("kubernetes.io/service-name=" + metadata.getName());
        List<EndpointSlice> slices =
                cluster.list(query).stream().map(EndpointSlice.class::cast).toList();
        List<String> all = new ArrayList<>();
        for (EndpointSlice slice : slices) {
            if (slice.getPorts().isEmpty()) {
                all.addAll(ready(slice, ""));
            }
            for (EndpointPort each : slice.getPorts()) {
                if (text(each.getName()).equals(text(port.getName()))) {
                    all.addAll(ready(slice, ":" + each.getPort()));
                }
            }
        }
        return slices.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static List<String> ready(EndpointSlice slice, String port) {
        return slice.getEndpoints().stream()
                .filter(e -> e.getConditions() == null
                        || !Boolean.FALSE.equals(e.getConditions().getReady()))
                .map(e -> e.getAddresses().getFirst())
                .map(address -> (address.contains(":") && !port.isEmpty() ? "[" + address + "]" : address) + port)
                .toList();
    }

    private Optional<List<String>> fromEndpoints(ServicePort port) {
        ObjectMeta metadata = service.getMetadata();
        return cluster.get(ResourceId.of(Kinds.ENDPOINTS, metadata.getNamespace(), metadata.getName()))
                .map(Endpoints.class::cast)
                .map(endpoints -> endpoints.getSubsets().stream()
                        .flatMap(subset -> subset.getPorts().stream()
                                .filter(p -> text(p.getName()).equals(text(port.getName())))
                                .flatMap(p -> subset.getAddresses().stream()
                                        .map(address -> address.getIp() + ":" + p.getPort())))
                        .toList());
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
