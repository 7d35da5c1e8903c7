package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `create service TYPE NAME` (`kubectl/pkg/cmd/create/create_service.go`).
final class CreateService {

    private static final Map<String, String> TYPES = Map.of(
            "clusterip", "ClusterIP",
            "nodeport", "NodePort",
            "loadbalancer", "LoadBalancer",
            "externalname", "ExternalName");

    private CreateService() {}

    /// The type that `word` means, as kubectl's messages call it.
    static String type(String word) {
        return TYPES.getOrDefault(word, word);
    }

    static HasMetadata of(Invocation command, List<String> words, String name) {
        CommandArguments arguments = command.arguments();
        String type = TYPES.get(words.get(1));
        if (type == null) {
            throw new CommandFailure("error: unknown command \"service " + words.get(1)
                    + "\"\nSee 'kubectl create service -h' for help and examples");
        }
        boolean external = type.equals("ExternalName");
        boolean headless = arguments.flag("--clusterip").filter("None"::equals).isPresent();
        List<ServicePort> ports = ports(arguments);
        if (ports.isEmpty() && !external && !headless) {
            throw new CommandFailure("error: at least one tcp port specifier must be provided");
        }
        Map<String, String> labels = Map.of("app", name);
        ServiceBuilder service = new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(Creation.namespace(command))
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withType(type)
                .withSelector(labels)
                .withPorts(ports)
                .endSpec()
                .withNewStatus()
                .withNewLoadBalancer()
                .endLoadBalancer()
                .endStatus();
        arguments
                .flag("--clusterip")
                .ifPresent(address -> service.editSpec().withClusterIP(address).endSpec());
        if (external) {
            service.editSpec()
                    .withExternalName(arguments
                            .flag("--external-name")
                            .orElseThrow(() -> new CommandFailure("error: required flag(s) \"external-name\" not set")))
                    .endSpec();
        }
        return service.build();
    }

    private static List<ServicePort> ports(CommandArguments arguments) {
        Integer nodePort = arguments
                .flag("--node-port")
                .map(Integer::valueOf)
                .filter(number -> number > 0)
                .orElse(null);
        List<ServicePort> ports = new ArrayList<>();
        for (String values : arguments.values("--tcp")) {
            for (String value : values.split(",", -1)) {
                ports.add(port(value, nodePort));
            }
        }
        return ports;
    }

    private static ServicePort port(String text, @Nullable Integer nodePort) {
        String[] parts = text.split(":", -1);
        if (parts.length > 2 || !parts[0].matches("\\d{1,5}")) {
            throw new CommandFailure("error: invalid port specifier: " + text);
        }
        String target = parts.length == 2 ? parts[1] : parts[0];
        return new ServicePortBuilder()
                .withName(text.replace(':', '-'))
                .withProtocol("TCP")
                .withPort(Integer.valueOf(parts[0]))
                .withTargetPort(
                        target.matches("\\d{1,5}") ? new IntOrString(Integer.valueOf(target)) : new IntOrString(target))
                .withNodePort(nodePort)
                .build();
    }
}
