package drydock.model.validation.network;

import static drydock.model.validation.Checks.within;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Services and what leads to them (`pkg/apis/core/validation/validation.go ValidateService`,
/// `pkg/apis/networking/validation/validation.go`).
final class ServiceRules {

    static final List<Rule> RULES = List.of(
            Rule.of("ServiceSpec", ServiceRules::ports),
            Rule.of("ServiceSpec", ServiceRules::externalName),
            Rule.of("ServiceSpec", ServiceRules::headless),
            Rule.of("ServiceSpec", ServiceRules::sourceRanges),
            Rule.of("ServicePort", ServiceRules::targetPort),
            Rule.of("IngressBackend", ServiceRules::backend),
            within("ServicePort", "port", 1, 65_535),
            within("ServicePort", "nodePort", 0, 65_535),
            within("ServicePort", "targetPort", 1, 65_535),
            within("NetworkPolicyPort", "port", 1, 65_535));

    private ServiceRules() {}

    private static String type(Visit spec) {
        return spec.text("type").filter(t -> !t.isEmpty()).orElse("ClusterIP");
    }

    private static void ports(Visit spec) {
        List<Visit> ports = spec.each("ports");
        if (ports.isEmpty()
                && !type(spec).equals("ExternalName")
                && !spec.text("clusterIP").orElse("").equals("None")) {
            spec.error(Checks.REQUIRED, "ports", "required-field", "spec.ports");
        }
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (Visit port : ports) {
            String name = port.text("name").orElse("");
            if (name.isEmpty() && ports.size() > 1) {
                port.error(
                        Checks.REQUIRED, "name", "required-field", port.path().key("name"));
            } else if (!name.isEmpty() && !names.add(name)) {
                Checks.duplicate(port, "name", name);
            } else if (!name.isEmpty()) {
                Checks.form(port, "name", "name", "name-label", name, Names::labelProblems);
            }
            String number =
                    port.number("port").orElse(0) + "/" + port.text("protocol").orElse("TCP");
            if (!numbers.add(number)) {
                port.error("duplicate-value", port.path(), "duplicate-value", number);
            }
        }
    }

    /// Without a target the port itself is one, and is checked as one.
    private static void targetPort(Visit port) {
        if (port.has("targetPort")) {
            port.text("targetPort")
                    .ifPresent(name ->
                            Checks.form(port, "name", "targetPort", "port-name", name, Names::portNameProblems));
        } else if (port.number("port").isPresent()) {
            long number = port.number("port").getAsLong();
            if (number < 1 || number > 65_535) {
                Checks.outside(port, "targetPort", number, 1, 65_535);
            }
        }
    }

    private static void externalName(Visit spec) {
        boolean external = type(spec).equals("ExternalName");
        if (external && spec.text("externalName").orElse("").isEmpty()) {
            spec.error(Checks.REQUIRED, "externalName", "required-field", "spec.externalName");
        }
    }

    private static void headless(Visit spec) {
        boolean open = type(spec).equals("NodePort") || type(spec).equals("LoadBalancer");
        if (open && spec.text("clusterIP").orElse("").equals("None")) {
            spec.errorCalled("spec.clusterIPs[0]", "headless", spec.path().key("clusterIP"), "headless", type(spec));
        }
    }

    /// The API server writes this field with a capital L.
    private static void sourceRanges(Visit spec) {
        if (spec.value("loadBalancerSourceRanges") instanceof List<?> ranges) {
            for (int i = 0; i < ranges.size(); i++) {
                if (ranges.get(i) instanceof String range && !isRange(range.strip())) {
                    FieldPath at = spec.path().key("loadBalancerSourceRanges").index(i);
                    spec.errorCalled(
                            "spec.LoadBalancerSourceRanges[" + i + "]",
                            "address-range",
                            at,
                            "address-range",
                            Checks.shown(range));
                }
            }
        }
    }

    /// An address and the length of its prefix, in IPv4 or roughly in IPv6.
    private static boolean isRange(String text) {
        return text.matches("(\\d{1,3}\\.){3}\\d{1,3}/([0-9]|[12]\\d|3[0-2])")
                || text.matches("(?=.*:)[0-9a-fA-F:.]+/(\\d{1,2}|1[01]\\d|12[0-8])");
    }

    private static void backend(Visit backend) {
        if (backend.has("service")) {
            Visit port = backend.in("service").in("port");
            boolean named = !port.text("name").orElse("").isEmpty();
            boolean numbered = port.number("number").orElse(0) != 0;
            if (!named && !numbered) {
                backend.error(Checks.REQUIRED, backend.path(), "backend-port");
            }
        } else if (!backend.has("resource")) {
            backend.error(Checks.REQUIRED, backend.path(), "one-of.none");
        }
    }
}
