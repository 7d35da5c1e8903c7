package drydock.model.validation.network;

import static drydock.model.validation.Checks.within;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The ports of a Service (`pkg/apis/core/validation/validation.go validateServicePort`, `ValidateService`;
/// node ports: `pkg/registry/core/service/portallocator`).
final class ServicePortRules {

    private static final int FIRST_NODE_PORT = 30_000;
    private static final int LAST_NODE_PORT = 32_767;
    private static final long KUBELET = 10_250;
    private static final int KUBELET_PORT_FREE = 33;

    static final List<Rule> RULES = List.of(
            Rule.of("ServiceSpec", ServicePortRules::there),
            Rule.of("ServiceSpec", ServicePortRules::names),
            Rule.of("ServiceSpec", ServicePortRules::numbersOnce),
            Rule.of("ServiceSpec", ServicePortRules::nodePorts),
            Rule.of("ServiceSpec", ServicePortRules::kubelet),
            within("ServicePort", "port", 1, 65_535),
            Rule.of("ServicePort", ServicePortRules::targetPort),
            Rule.of("ServicePort", ServicePortRules::protocol));

    private ServicePortRules() {}

    private static void there(Visit spec) {
        if (spec.each("ports").isEmpty()
                && !ServiceRules.type(spec).equals("ExternalName")
                && !ServiceRules.isHeadless(spec)) {
            Checks.missing(spec, "ports");
        }
    }

    private static void names(Visit spec) {
        List<Visit> ports = spec.each("ports");
        Set<String> names = new HashSet<>();
        for (Visit port : ports) {
            String name = port.text("name").orElse("");
            if (name.isEmpty() && ports.size() > 1) {
                Checks.missing(port, "name")
                        .fix(port.setting("name", freeName(port, names)), "name-port", freeName(port, names));
            } else if (!name.isEmpty()) {
                Checks.form(port, "name", "name", "name-label", name, Names::labelProblems);
                if (!names.add(name)) {
                    Checks.duplicate(port, "name", name);
                }
            }
        }
    }

    private static String freeName(Visit port, Set<String> taken) {
        String name = "port-" + port.number("port").orElse(0);
        return taken.contains(name) ? name + "-" + ServiceRules.protocol(port).toLowerCase(Locale.ROOT) : name;
    }

    private static void numbersOnce(Visit spec) {
        Set<String> numbers = new HashSet<>();
        for (Visit port : spec.each("ports")) {
            String number = port.number("port").orElse(0) + "/" + ServiceRules.protocol(port);
            if (!numbers.add(number)) {
                port.error(Checks.DUPLICATE, port.path(), "duplicate-value", number)
                        .words(ServerWords.duplicateRaw("{\"Name\":\"\",\"Protocol\":\"" + ServiceRules.protocol(port)
                                + "\",\"AppProtocol\":null,\"Port\":"
                                + port.number("port").orElse(0)
                                + ",\"TargetPort\":0,\"NodePort\":0}"));
            }
        }
    }

    private static void nodePorts(Visit spec) {
        Set<String> taken = new HashSet<>();
        for (Visit port : spec.each("ports")) {
            long node = port.number("nodePort").orElse(0);
            String type = ServiceRules.type(spec);
            if (node == 0) {
                continue;
            }
            if (type.equals("ClusterIP")) {
                port.error("node-port", "nodePort", "node-port-cluster-ip")
                        .words(ServerWords.forbidden("may not be used when `type` is 'ClusterIP'"))
                        .fix(spec.setting("type", "NodePort"), "set-type", "NodePort")
                        .fix(port.removing("nodePort"), "remove-field", "nodePort");
            } else if (!type.equals("ExternalName") && (node < FIRST_NODE_PORT || node > LAST_NODE_PORT)) {
                port.error("node-port", "nodePort", "node-port-range", node)
                        .words(ServerWords.invalid(
                                node,
                                "provided port is not in the valid range. The range of valid" + " ports is "
                                        + FIRST_NODE_PORT + "-" + LAST_NODE_PORT))
                        .fix(port.removing("nodePort"), "remove-field", "nodePort");
            }
            if (!taken.add(node + "/" + ServiceRules.protocol(port))) {
                port.error(Checks.DUPLICATE, "nodePort", "duplicate-value", node)
                        .words(ServerWords.duplicate(node));
            }
        }
    }

    /// A balancer must not open what every node's kubelet listens on; since 1.33 it may.
    private static void kubelet(Visit spec) {
        if (!spec.version().atLeast(KUBELET_PORT_FREE)
                && ServiceRules.type(spec).equals("LoadBalancer")) {
            spec.each("ports").stream()
                    .filter(p -> p.number("port").orElse(0) == KUBELET)
                    .forEach(p -> p.error("kubelet-port", p.path(), "kubelet-port")
                            .words(ServerWords.invalid(
                                    KUBELET, "may not expose port 10250 externally since it is used by kubelet")));
        }
    }

    /// Without a target, which 0 and the empty name are, too, the port itself is one, and is checked as one
    /// (`pkg/apis/core/v1/defaults.go SetDefaults_Service`).
    private static void targetPort(Visit port) {
        long target = port.number("targetPort").orElse(0);
        Checks.form(port, "name", "targetPort", "port-name", Names::portNameProblems);
        if (port.textOrEmpty("targetPort").isEmpty()) {
            long number = target == 0 ? port.number("port").orElse(1) : target;
            if (number < 1 || number > 65_535) {
                Checks.outside(port, "targetPort", number, 1, 65_535);
            }
        }
    }

    private static void protocol(Visit port) {
        port.text("appProtocol")
                .ifPresent(p -> Checks.form(
                        port, "app-protocol", "appProtocol", "app-protocol", p, Names::qualifiedNameProblems));
    }
}
