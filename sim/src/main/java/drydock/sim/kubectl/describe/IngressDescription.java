package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReference;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An Ingress with the endpoints behind its paths, and an IngressClass (`describe.go describeIngressV1`).
final class IngressDescription {

    private static final String DEFAULT = "<default>";

    private IngressDescription() {}

    static void of(Lines lines, Cluster cluster, Ingress ingress) {
        String namespace = ingress.getMetadata().getNamespace();
        IngressBackend otherwise = ingress.getSpec().getDefaultBackend();
        String backend = otherwise == null ? DEFAULT : backend(cluster, namespace, otherwise);
        lines.field(0, "Name", ingress.getMetadata().getName());
        Metadata.labels(lines, 0, "Labels", ingress.getMetadata().getLabels());
        lines.field(0, "Namespace", namespace);
        lines.field(0, "Address", addresses(ingress));
        lines.field(
                0, "Ingress Class", Objects.requireNonNullElse(ingress.getSpec().getIngressClassName(), Lines.NONE));
        lines.field(0, "Default backend", backend);
        secured(lines, ingress.getSpec().getTls());
        lines.line(0, "Rules:").line(1, "Host", "Path", "Backends").line(1, "----", "----", "--------");
        List<IngressRule> rules = ingress.getSpec().getRules().stream()
                .filter(rule -> rule.getHttp() != null)
                .toList();
        rules.forEach(rule -> rule(lines, cluster, namespace, rule));
        if (rules.isEmpty()) {
            lines.line(1, "*", "*", backend);
        }
        Metadata.annotations(lines, 0, ingress.getMetadata().getAnnotations());
        EventLines.of(lines, cluster, ingress);
    }

    static void of(Lines lines, Cluster cluster, IngressClass of) {
        lines.field(0, "Name", of.getMetadata().getName());
        Metadata.labelsAndAnnotations(lines, of.getMetadata());
        lines.field(0, "Controller", of.getSpec().getController());
        if (of.getSpec().getParameters() != null) {
            lines.line(0, "Parameters:");
            if (of.getSpec().getParameters().getApiGroup() != null) {
                lines.field(1, "APIGroup", of.getSpec().getParameters().getApiGroup());
            }
            lines.field(1, "Kind", of.getSpec().getParameters().getKind());
            lines.field(1, "Name", of.getSpec().getParameters().getName());
        }
        EventLines.of(lines, cluster, of);
    }

    private static String addresses(Ingress ingress) {
        return ingress.getStatus() == null || ingress.getStatus().getLoadBalancer() == null
                ? ""
                : ingress.getStatus().getLoadBalancer().getIngress().stream()
                        .map(one -> one.getIp() == null ? one.getHostname() : one.getIp())
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(","));
    }

    private static void secured(Lines lines, List<IngressTLS> all) {
        if (all.isEmpty()) {
            return;
        }
        lines.line(0, "TLS:");
        for (IngressTLS one : all) {
            String hosts = String.join(",", one.getHosts());
            String secret = Objects.requireNonNullElse(one.getSecretName(), "");
            lines.line(1, secret.isEmpty() ? "SNI routes " + hosts : secret + " terminates " + hosts);
        }
    }

    private static void rule(Lines lines, Cluster cluster, String namespace, IngressRule rule) {
        String host = Objects.requireNonNullElse(rule.getHost(), "");
        lines.line(1, host.isEmpty() ? "*" : host, "");
        for (HTTPIngressPath path : rule.getHttp().getPaths()) {
            lines.line(
                    2,
                    "",
                    Objects.requireNonNullElse(path.getPath(), "") + " ",
                    backend(cluster, namespace, path.getBackend()));
        }
    }

    private static String backend(Cluster cluster, String namespace, IngressBackend backend) {
        if (backend.getService() != null) {
            return service(cluster, namespace, backend.getService());
        }
        TypedLocalObjectReference resource = backend.getResource();
        return resource == null
                ? ""
                : "APIGroup: " + Objects.requireNonNullElse(resource.getApiGroup(), Lines.NONE) + ", Kind: "
                        + resource.getKind() + ", Name: " + resource.getName();
    }

    private static String service(Cluster cluster, String namespace, IngressServiceBackend backend) {
        ServiceBackendPort wanted = backend.getPort();
        String name = backend.getName() + ":" + (wanted == null ? "" : text(wanted));
        return cluster.get(ResourceId.of(Kinds.SERVICE, namespace, backend.getName()))
                .map(Service.class::cast)
                .map(service -> name + " (" + endpoints(cluster, service, wanted) + ")")
                .orElse(name + " (<error: services \"" + backend.getName() + "\" not found>)");
    }

    private static String endpoints(Cluster cluster, Service service, @Nullable ServiceBackendPort wanted) {
        return service.getSpec().getPorts().stream()
                .filter(port -> wanted != null && isMeant(port, wanted))
                .findFirst()
                .map(port -> ServiceDescription.endpoints(cluster, service, port))
                .orElse("");
    }

    private static boolean isMeant(ServicePort port, ServiceBackendPort wanted) {
        return wanted.getNumber() != null
                ? wanted.getNumber().equals(port.getPort())
                : Objects.equals(wanted.getName(), port.getName());
    }

    private static String text(ServiceBackendPort port) {
        return port.getName() == null ? Objects.toString(port.getNumber(), "") : port.getName();
    }
}
