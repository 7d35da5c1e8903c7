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
                Checks.duplicate(port, "name", name);
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

    /// Containers share the ports of the node; init containers run one after the other.
    private static void hostPorts(Visit pod) {
        conflicts(pod.each("containers"));
        pod.each("initContainers").forEach(c -> conflicts(List.of(c), pod.path().key("initContainers")));
    }

    private static void conflicts(List<Visit> containers) {
        Set<String> seen = new HashSet<>();
        for (Visit container : containers) {
            container
                    .each("ports")
                    .forEach(port ->
                            taken(port, seen, port.path().key("hostPort").toString()));
        }
    }

    /// The API server looks at each init container as if it were the first.
    private static void conflicts(List<Visit> containers, FieldPath list) {
        Set<String> seen = new HashSet<>();
        for (Visit container : containers) {
            List<Visit> ports = container.each("ports");
            for (int i = 0; i < ports.size(); i++) {
                taken(ports.get(i), seen, list.index(0) + ".ports[" + i + "].hostPort");
            }
        }
    }

    private static void taken(Visit port, Set<String> seen, String field) {
        long number = port.number("hostPort").orElse(0);
        String place = port.text("protocol").filter(p -> !p.isEmpty()).orElse("TCP") + "/" + port.textOrEmpty("hostIP")
                + "/" + number;
        if (number != 0 && !seen.add(place)) {
            port.errorCalled(field, Checks.DUPLICATE, port.path().key("hostPort"), "host-port-twice", number + "")
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
