package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `expose KIND NAME`: a Service for the Pods that an object chooses (`kubectl/pkg/cmd/expose/expose.go`).
final class ExposeVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.text("--port"),
                Flag.text("--target-port"),
                Flag.text("--type"),
                Flag.text("--name"),
                Flag.text("--protocol"),
                Flag.text("--selector"),
                Flag.text("--cluster-ip"),
                Flag.text("--external-ip"),
                Flag.text("--load-balancer-ip"),
                Flag.text("--session-affinity"),
                Flag.text("--labels", 'l'),
                Flag.FILENAME,
                Flag.KUSTOMIZE,
                Flag.DRY_RUN,
                Flag.OUTPUT);
    }

    @Override
    public List<String> usage() {
        return List.of(
                "expose TYPE NAME [--port=port] [--target-port=number-or-name] [--type=type]",
                "expose TYPE/NAME [--port=port]");
    }

    @Override
    public void run(Invocation command) {
        for (HasMetadata object : Targets.of(command)) {
            Service service = service(command, object);
            Creation.create(command, service, "exposed");
        }
        command.done().accept(0);
    }

    private static Service service(Invocation command, HasMetadata object) {
        CommandArguments arguments = command.arguments();
        List<ServicePort> ports = ports(arguments, object);
        if (ports.isEmpty()) {
            throw new CommandFailure(
                    "error: couldn't find port via --port flag or introspection\nSee 'kubectl expose -h'"
                            + " for help and examples");
        }
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(arguments.flag("--name").orElse(object.getMetadata().getName()))
                .withNamespace(Creation.namespace(command))
                .withLabels(arguments
                        .flag("--labels")
                        .map(RunVerb::labels)
                        .orElse(object.getMetadata().getLabels()))
                .endMetadata()
                .withNewSpec()
                .withSelector(arguments.flag("--selector").map(RunVerb::labels).orElseGet(() -> selector(object)))
                .withPorts(ports)
                .withType(arguments.flag("--type").orElse(null))
                .withClusterIP(arguments.flag("--cluster-ip").orElse(null))
                .withExternalIPs(arguments.values("--external-ip"))
                .withLoadBalancerIP(arguments.flag("--load-balancer-ip").orElse(null))
                .withSessionAffinity(affinity(arguments))
                .endSpec()
                .withNewStatus()
                .withNewLoadBalancer()
                .endLoadBalancer()
                .endStatus()
                .build();
    }

    private static @Nullable String affinity(CommandArguments arguments) {
        Optional<String> affinity = arguments.flag("--session-affinity");
        if (affinity.filter(text -> !List.of("None", "ClientIP").contains(text)).isPresent()) {
            throw new CommandFailure("error: unknown session affinity: " + affinity.get());
        }
        return affinity.orElse(null);
    }

    private static List<ServicePort> ports(CommandArguments arguments, HasMetadata object) {
        String protocol = arguments.flag("--protocol").orElse("TCP");
        if (arguments.flag("--port").isPresent()) {
            String port = arguments.flag("--port").orElseThrow();
            if (!port.matches("\\d{1,5}")) {
                throw new CommandFailure("error: strconv.Atoi: parsing \"" + port + "\": invalid syntax");
            }
            return List.of(port(Integer.parseInt(port), protocol, arguments));
        }
        List<ServicePort> ports = new ArrayList<>();
        for (Container container : spec(object).getContainers()) {
            for (ContainerPort declared : container.getPorts()) {
                ports.add(port(declared.getContainerPort(), declared.getProtocol(), arguments));
            }
        }
        for (int i = 0; ports.size() > 1 && i < ports.size(); i++) {
            ports.set(
                    i,
                    new ServicePortBuilder(ports.get(i))
                            .withName("port-" + (i + 1))
                            .build());
        }
        return ports;
    }

    private static ServicePort port(int port, @Nullable String protocol, CommandArguments arguments) {
        String target = arguments.flag("--target-port").orElse(Integer.toString(port));
        return new ServicePortBuilder()
                .withPort(port)
                .withProtocol(protocol == null ? "TCP" : protocol)
                .withTargetPort(
                        target.matches("\\d{1,5}")
                                ? new IntOrString(Integer.parseInt(target))
                                : new IntOrString(target))
                .build();
    }

    private static Map<String, String> selector(HasMetadata object) {
        Map<String, String> selector = switch (object) {
            case ReplicationController rc -> rc.getSpec().getSelector();
            case ReplicaSet set -> set.getSpec().getSelector().getMatchLabels();
            case Deployment deployment -> deployment.getSpec().getSelector().getMatchLabels();
            case Service service -> service.getSpec().getSelector();
            case Pod pod -> pod.getMetadata().getLabels();
            default -> throw cannot(object);
        };
        if (selector == null || selector.isEmpty()) {
            throw new CommandFailure("error: couldn't retrieve selectors via --selector flag or introspection: the "
                    + object.getKind().toLowerCase(Locale.ROOT) + " has no labels and cannot be exposed");
        }
        return selector;
    }

    private static PodSpec spec(HasMetadata object) {
        return switch (object) {
            case ReplicationController rc -> rc.getSpec().getTemplate().getSpec();
            case ReplicaSet set -> set.getSpec().getTemplate().getSpec();
            case Deployment deployment -> deployment.getSpec().getTemplate().getSpec();
            case Pod pod -> pod.getSpec();
            default -> throw cannot(object);
        };
    }

    private static CommandFailure cannot(HasMetadata object) {
        return new CommandFailure("error: cannot expose a " + object.getKind() + "."
                + object.getApiVersion().replaceFirst("/.*", ""));
    }
}
