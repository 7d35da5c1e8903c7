package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Ports of containers and of the node (`pkg/apis/core/validation/validation.go validateContainerPorts`,
/// `checkHostPortConflicts`, `validatePodHostNetworkDeps`).
final class PortRules {

    private static final int LARGEST = 65_535;
    private static final int LONGEST_NAME = 15;

    static final List<Rule> RULES = List.of(
            new Rule.OfObject(List.of("Container", "EphemeralContainer"), PortRules::names),
            Rule.of("ContainerPort", PortRules::numbers),
            Rule.of("PodSpec", PortRules::hostPorts),
            Rule.of("PodSpec", PortRules::hostNetwork));

    private PortRules() {}

    private static void names(Visit container) {
        Set<String> seen = new HashSet<>();
        for (Visit port : container.each("ports")) {
            String name = port.textOrEmpty("name");
            if (name.isEmpty()) {
                continue;
            }
            if (!Names.portNameProblems(name).isEmpty()) {
                Checks.form(port, "name", "name", "port-name", Names::portNameProblems);
            } else if (!seen.add(name)) {
                Checks.renamed(
                        Checks.duplicate(port, "name", name),
                        port,
                        name,
                        Set.copyOf(Pods.names(container.each("ports").stream())),
                        LONGEST_NAME);
            }
        }
    }

    /// A port that is 0 counts as missing, which is told elsewhere.
    private static void numbers(Visit port) {
        for (String field : List.of("containerPort", "hostPort")) {
            long number = port.number(field).orElse(0);
            if (number < 0 || number > LARGEST) {
                Checks.outside(port, field, number, 1, LARGEST);
            }
        }
    }

    /// Containers share the ports of the node. Init containers run one after the other, so the API server
    /// looks at each as if it were the first.
    private static void hostPorts(Visit pod) {
        Set<String> seen = new HashSet<>();
        boolean filled = Pods.isPod(pod) && pod.isTrue("hostNetwork");
        pod.each("containers")
                .forEach(c -> c.each("ports")
                        .forEach(port -> taken(port, filled, seen, port.path().key("hostPort"))));
        FieldPath first = pod.path().key("initContainers").index(0).key("ports");
        for (Visit container : pod.each("initContainers")) {
            Set<String> own = new HashSet<>();
            List<Visit> ports = container.each("ports");
            for (int i = 0; i < ports.size(); i++) {
                taken(ports.get(i), filled, own, first.index(i).key("hostPort"));
            }
        }
    }

    /// @param filled whether a host port that is not written is the container's
    private static void taken(Visit port, boolean filled, Set<String> seen, FieldPath field) {
        long written = port.number("hostPort").orElse(0);
        long number = written == 0 && filled ? port.number("containerPort").orElse(0) : written;
        String protocol = port.text("protocol").filter(p -> !p.isEmpty()).orElse("TCP");
        String place = protocol + "/" + port.textOrEmpty("hostIP") + "/" + number;
        if (number != 0 && !seen.add(place)) {
            port.errorCalled(
                            field,
                            Checks.DUPLICATE,
                            port.path().key("hostPort"),
                            "host-port-twice",
                            String.valueOf(number))
                    .words(ServerWords.duplicate(place));
        }
    }

    /// A port that is not written is the container's (`pkg/apis/core/v1/defaults.go
    /// defaultHostNetworkPorts`).
    private static void hostNetwork(Visit pod) {
        if (!pod.isTrue("hostNetwork")) {
            return;
        }
        for (Visit container : pod.each("containers")) {
            for (Visit port : container.each("ports")) {
                long host = port.number("hostPort").orElse(0);
                long own = port.number("containerPort").orElse(0);
                if (host != 0 && host != own) {
                    port.error("host-port", "hostPort", "host-port")
                            .words(ServerWords.invalid(host, "must match `containerPort` when `hostNetwork` is true"))
                            .fix(
                                    port.setting("hostPort", own),
                                    "fix.set",
                                    port.path().key("hostPort"),
                                    String.valueOf(own));
                }
            }
        }
    }
}
