package drydock.model.validation.network;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.AddressRange;
import drydock.model.resource.Names;
import drydock.model.validation.Addresses;
import drydock.model.validation.Checks;
import drydock.model.validation.Report;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Optional;

/// Network policies: ports, peers and blocks of addresses
/// (`pkg/apis/networking/validation/validation.go ValidateNetworkPolicySpec`).
final class PolicyRules {

    private static final String END_PORT = "end-port";
    private static final List<String> TYPES = List.of("Ingress", "Egress");

    static final List<Rule> RULES = List.of(
            Checks.within("NetworkPolicyPort", "port", 1, 65_535),
            Rule.of("NetworkPolicyPort", PolicyRules::port),
            Rule.of("NetworkPolicyPeer", PolicyRules::peer),
            Rule.of("IPBlock", PolicyRules::block),
            Rule.of("NetworkPolicySpec", PolicyRules::types));

    private PolicyRules() {}

    private static void port(Visit port) {
        Optional<String> name = port.text("port");
        name.ifPresent(n -> Checks.form(port, "name", "port", "port-name", n, Names::portNameProblems));
        if (port.number("endPort").isEmpty()) {
            return;
        }
        long end = port.number("endPort").getAsLong();
        if (name.isPresent()) {
            endPort(port, end, "end-port-name", "may not be specified when `port` is non-numeric");
        } else if (port.number("port").isEmpty()) {
            endPort(port, end, "end-port-alone", "may not be specified when `port` is not specified");
        } else {
            if (end < port.number("port").getAsLong()) {
                endPort(port, end, "end-port-order", "must be greater than or equal to `port`");
            }
            if (end < 1 || end > 65_535) {
                Checks.outside(port, "endPort", end, 1, 65_535);
            }
        }
    }

    private static void endPort(Visit port, long end, String key, String words) {
        port.error(END_PORT, "endPort", key).words(ServerWords.invalid(end, words));
    }

    private static void peer(Visit peer) {
        boolean selects = peer.has("podSelector") || peer.has("namespaceSelector");
        if (!selects && !peer.has("ipBlock")) {
            peer.error(Checks.REQUIRED, peer.path(), "peer-empty").words(ServerWords.required("must specify a peer"));
        } else if (selects && peer.has("ipBlock")) {
            peer.error("one-of", peer.path(), "peer-both")
                    .words(ServerWords.forbidden("may not specify both ipBlock and another peer"));
        }
    }

    private static void block(Visit block) {
        String cidr = block.text("cidr").orElse("");
        if (cidr.isEmpty()) {
            return;
        }
        FieldPath at = block.path().key("cidr");
        Addresses.checkRange(block, at.toString(), at, cidr);
        Optional<AddressRange> range = AddressRange.parse(cidr);
        if (range.isPresent() && block.value("except") instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                except(block, block.path().key("except").index(i), String.valueOf(list.get(i)), range.get());
            }
        }
    }

    private static void except(Visit block, FieldPath at, String text, AddressRange outer) {
        Addresses.checkRange(block, at.toString(), at, text);
        Optional<AddressRange> inner = AddressRange.parse(text);
        if (inner.isPresent() && !outer.strictlyContains(inner.get())) {
            block.error("address-range", at, "except-outside", Checks.shown(text))
                    .words(ServerWords.invalid(text, "must be a strict subset of `cidr`"));
        }
    }

    private static void types(Visit spec) {
        if (spec.value("policyTypes") instanceof List<?> types && types.size() > 2) {
            spec.error("policy-types", "policyTypes", "two-at-most")
                    .words(ServerWords.invalid(types, "may not specify more than two policyTypes"));
            return;
        }
        List<String> chosen = spec.list("policyTypes");
        for (int i = 0; i < chosen.size(); i++) {
            String type = chosen.get(i);
            if (!TYPES.contains(type)) {
                FieldPath at = spec.path().key("policyTypes").index(i);
                Report report = spec.error(
                                "unsupported-value",
                                at,
                                "unsupported-value",
                                Checks.shown(type),
                                String.join(", ", TYPES))
                        .words(ServerWords.unsupportedOf(type, TYPES));
                TYPES.stream()
                        .filter(type::equalsIgnoreCase)
                        .forEach(meant -> report.fix(spec.settingAt(at, meant), "fix.set", at, meant));
            }
        }
    }
}
