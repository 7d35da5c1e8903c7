package drydock.sim.kubectl;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// `cluster-info`: where the API server is, and the Services of the cluster itself
/// (`kubectl/pkg/cmd/clusterinfo/clusterinfo.go`). A simulation's server is where its Service `kubernetes` leads to.
final class ClusterInfoVerb implements Verb {

    private static final String LABEL = "kubernetes.io/cluster-service";

    @Override
    public List<Flag> flags() {
        return List.of(Flag.OUTPUT, Flag.ALL_NAMESPACES, Flag.text("--namespaces"), Flag.text("--output-directory"));
    }

    @Override
    public List<String> usage() {
        return List.of("cluster-info", "cluster-info dump [--all-namespaces | --namespaces=NAMES]");
    }

    @Override
    public void run(Invocation command) {
        List<String> words = command.arguments().words();
        if (words.equals(List.of("dump"))) {
            new ClusterDump(command).print();
            return;
        }
        if (!words.isEmpty()) {
            throw new CommandFailure("error: unexpected arguments: [" + String.join(" ", words)
                    + "]\nSee 'kubectl cluster-info -h' for help and examples");
        }
        String host = host(command);
        command.print("Kubernetes control plane is running at " + host);
        String namespace = command.arguments().flag("--namespace").orElse("kube-system");
        command.cluster().list(Query.in(Kinds.SERVICE, namespace)).stream()
                .map(Service.class::cast)
                .filter(service -> "true".equals(labels(service).get(LABEL)))
                .forEach(service -> command.print(name(service) + " is running at " + link(service, host)));
        command.done().accept(0);
    }

    private static String host(Invocation command) {
        String server = command.cluster().info().server();
        return server.isEmpty()
                ? command.cluster()
                        .get(ResourceId.of(Kinds.ENDPOINTS, "default", "kubernetes"))
                        .map(Endpoints.class::cast)
                        .flatMap(endpoints -> endpoints.getSubsets().stream().findFirst())
                        .map(subset ->
                                "https://" + subset.getAddresses().getFirst().getIp() + ":"
                                        + subset.getPorts().getFirst().getPort())
                        .orElseThrow(() ->
                                new CommandFailure("Error from server (NotFound): endpoints \"kubernetes\" not found"))
                : server;
    }

    private static Map<String, String> labels(Service service) {
        return Objects.requireNonNullElse(service.getMetadata().getLabels(), Map.of());
    }

    private static String name(Service service) {
        return labels(service)
                .getOrDefault("kubernetes.io/name", service.getMetadata().getName());
    }

    private static String link(Service service, String host) {
        List<LoadBalancerIngress> balanced =
                service.getStatus() == null || service.getStatus().getLoadBalancer() == null
                        ? List.of()
                        : service.getStatus().getLoadBalancer().getIngress();
        List<ServicePort> ports = service.getSpec().getPorts();
        if (!balanced.isEmpty()) {
            LoadBalancerIngress first = balanced.getFirst();
            String ip = Objects.requireNonNullElse(first.getIp(), "");
            return ports.stream()
                    .map(port -> "http://" + (ip.isEmpty() ? first.getHostname() : ip) + ":" + port.getPort() + " ")
                    .collect(Collectors.joining());
        }
        return host + "/api/v1/namespaces/" + service.getMetadata().getNamespace() + "/services/"
                + (ports.isEmpty()
                        ? service.getMetadata().getName()
                        : joined(service.getMetadata().getName(), ports.getFirst()))
                + "/proxy";
    }

    /// `https:name:port`, with what there is of it (`apimachinery/pkg/util/net JoinSchemeNamePort`).
    private static String joined(String name, ServicePort port) {
        String called = Objects.requireNonNullElse(port.getName(), "");
        if (called.equals("https") || port.getPort() == 443) {
            return "https:" + name + ":" + called;
        }
        return called.isEmpty() ? name : name + ":" + called;
    }
}
