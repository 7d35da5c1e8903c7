package drydock.model.validation.network;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.AddressRange;
import drydock.model.resource.Names;
import drydock.model.validation.Addresses;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Endpoints that are written by hand (`pkg/apis/core/validation/validation.go ValidateEndpoints`,
/// `pkg/apis/discovery/validation/validation.go`).
final class EndpointRules {

    private static final int MOST_PORTS = 20_000;
    private static final int MOST_ENDPOINTS = 1_000;
    private static final int MOST_ADDRESSES = 100;

    /// From this version on it is told apart whether it is no address, or one of the other family.
    private static final int FAMILY_APART = 33;

    static final List<Rule> RULES = List.of(
            Rule.of("EndpointSubset", EndpointRules::subset),
            Rule.of("EndpointAddress", EndpointRules::address),
            Rule.of("EndpointSubset", EndpointRules::ports),
            Rule.of("EndpointSlice", EndpointRules::slice));

    private EndpointRules() {}

    private static void subset(Visit subset) {
        if (subset.each("addresses").isEmpty()
                && subset.each("notReadyAddresses").isEmpty()) {
            subset.error(Checks.REQUIRED, subset.path(), "subset-empty")
                    .words(ServerWords.required("must specify `addresses` or `notReadyAddresses`"));
        }
    }

    private static void address(Visit address) {
        String ip = address.text("ip").orElse("");
        if (!ip.isEmpty()) {
            ip(address, address.path().key("ip"), ip);
        }
        address.text("hostname")
                .filter(h -> !h.isEmpty())
                .ifPresent(h -> Checks.form(address, "name", "hostname", "name-label", h, Names::labelProblems));
        address.text("nodeName")
                .ifPresent(
                        n -> Checks.form(address, "name", "nodeName", "name-subdomain", n, Names::subdomainProblems));
    }

    private static void ip(Visit visit, FieldPath at, String ip) {
        Addresses.check(visit, at, ip);
        if (!visit.isRefused(at)) {
            special(visit, at, ip);
        }
    }

    /// `ValidateEndpointIP`.
    private static void special(Visit visit, FieldPath at, String ip) {
        Addresses.special(ip)
                .ifPresent(reason -> visit.error("address", at, "address-special", Checks.shown(ip))
                        .words(ServerWords.invalid(ip, reason)));
    }

    private static void ports(Visit subset) {
        List<Visit> ports = subset.each("ports");
        for (Visit port : ports) {
            if (!port.has("port")) {
                Checks.outside(port, "port", 0, 1, 65_535);
            }
            port.text("appProtocol")
                    .ifPresent(p -> Checks.form(
                            port, "app-protocol", "appProtocol", "app-protocol", p, Names::qualifiedNameProblems));
            port.number("port").stream()
                    .filter(n -> n < 1 || n > 65_535)
                    .forEach(n -> Checks.outside(port, "port", n, 1, 65_535));
            String name = port.text("name").orElse("");
            if (name.isEmpty() && ports.size() > 1) {
                Checks.missing(port, "name");
            } else if (!name.isEmpty()) {
                Checks.form(port, "name", "name", "name-label", name, Names::labelProblems);
            }
        }
    }

    private static void slice(Visit slice) {
        String type = slice.text("addressType").orElse("");
        List<Visit> endpoints = slice.each("endpoints");
        if (endpoints.size() > MOST_ENDPOINTS) {
            slice.error("too-many", "endpoints", "too-many", MOST_ENDPOINTS)
                    .words(ServerWords.tooMany(endpoints.size(), MOST_ENDPOINTS));
        }
        endpoints.forEach(endpoint -> addresses(endpoint, type));
        endpoints.forEach(endpoint -> endpoint.text("hostname")
                .ifPresent(h -> Checks.form(endpoint, "name", "hostname", "name-label", h, Names::labelProblems)));
        List<Visit> ports = slice.each("ports");
        if (ports.size() > MOST_PORTS) {
            slice.error("too-many", "ports", "too-many", MOST_PORTS)
                    .words(ServerWords.tooMany(ports.size(), MOST_PORTS));
        }
        Set<String> names = new HashSet<>();
        for (Visit port : ports) {
            String name = port.text("name").orElse("");
            if (!names.add(name)) {
                Checks.duplicate(port, "name", name);
            }
            if (port.text("protocol").filter(String::isEmpty).isPresent()) {
                port.error("unsupported-value", "protocol", "unsupported-value", "\"\"", "SCTP, TCP, UDP")
                        .words(ServerWords.unsupported("", List.of("TCP", "UDP", "SCTP")));
            }
            if (!name.isEmpty()) {
                Checks.form(port, "name", "name", "name-label", name, Names::labelProblems);
            }
        }
    }

    private static void addresses(Visit endpoint, String type) {
        List<?> addresses = endpoint.value("addresses") instanceof List<?> list ? list : List.of();
        if (addresses.size() > MOST_ADDRESSES) {
            endpoint.error("too-many", "addresses", "too-many", MOST_ADDRESSES)
                    .words(ServerWords.tooMany(addresses.size(), MOST_ADDRESSES));
        }
        for (int i = 0; i < addresses.size(); i++) {
            FieldPath at = endpoint.path().key("addresses").index(i);
            String text = String.valueOf(addresses.get(i));
            if (type.equals("FQDN")) {
                Names.subdomainProblems(text).stream()
                        .findFirst()
                        .ifPresent(problem -> endpoint.error("name", at, "name-subdomain", Checks.shown(text), problem)
                                .words(ServerWords.invalid(text, problem)));
            } else if (type.equals("IPv4") || type.equals("IPv6")) {
                int length = type.equals("IPv4") ? 4 : 16;
                boolean known = Addresses.isAddress(text);
                FieldPath called = endpoint.version().atLeast(FAMILY_APART) ? at.parent() : at;
                if (!known && endpoint.version().atLeast(FAMILY_APART)) {
                    Addresses.check(endpoint, at, text);
                } else if (AddressRange.bytes(text)
                        .filter(a -> a.length == length)
                        .isEmpty()) {
                    endpoint.errorCalled(called, "address", at, "address-of-type", Checks.shown(text), type)
                            .words(ServerWords.invalid(text, "must be an " + type + " address"));
                    if (!called.equals(at)) {
                        special(endpoint, at, text);
                    }
                } else {
                    ip(endpoint, at, text);
                }
            }
        }
    }
}
