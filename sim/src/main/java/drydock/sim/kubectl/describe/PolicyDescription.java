package drydock.sim.kubectl.describe;

import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A NetworkPolicy in sentences (`describe.go describeNetworkPolicy`).
final class PolicyDescription {

    /// Go's way to print a time.
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss '+0000 UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /// Whom a rule lets in or out, and by which ports.
    private record Rule(List<NetworkPolicyPort> ports, List<NetworkPolicyPeer> peers) {}

    private PolicyDescription() {}

    static void of(Lines lines, NetworkPolicy policy) {
        Metadata.name(lines, policy);
        lines.field(
                0,
                "Created on",
                CREATED.format(Instant.parse(policy.getMetadata().getCreationTimestamp())));
        Metadata.labelsAndAnnotations(lines, policy.getMetadata());
        NetworkPolicySpec spec = policy.getSpec();
        lines.line(0, "Spec:");
        String chosen = selector(spec.getPodSelector());
        lines.line(
                1,
                "PodSelector:     "
                        + (chosen.equals(Lines.NONE)
                                ? "<none> (Allowing the specific traffic to all pods in this namespace)"
                                : chosen));
        List<String> types = spec.getPolicyTypes();
        if (types.contains("Ingress")) {
            lines.line(1, "Allowing ingress traffic:");
            rules(
                    lines,
                    true,
                    spec.getIngress().stream()
                            .map(rule -> new Rule(rule.getPorts(), rule.getFrom()))
                            .toList());
        } else {
            lines.line(1, "Not affecting ingress traffic");
        }
        if (types.contains("Egress")) {
            lines.line(1, "Allowing egress traffic:");
            rules(
                    lines,
                    false,
                    spec.getEgress().stream()
                            .map(rule -> new Rule(rule.getPorts(), rule.getTo()))
                            .toList());
        } else {
            lines.line(1, "Not affecting egress traffic");
        }
        lines.line(1, "Policy Types: " + String.join(", ", types));
    }

    private static void rules(Lines lines, boolean in, List<Rule> rules) {
        if (rules.isEmpty()) {
            lines.line(2, "<none> (Selected pods are isolated for " + (in ? "ingress" : "egress") + " connectivity)");
        }
        for (int i = 0; i < rules.size(); i++) {
            if (i > 0) {
                lines.line(2, "----------");
            }
            rule(lines, in, rules.get(i));
        }
    }

    private static void rule(Lines lines, boolean in, Rule rule) {
        if (rule.ports().isEmpty()) {
            lines.line(2, "To Port: <any> (traffic allowed to all ports)");
        }
        rule.ports().forEach(port -> lines.line(2, port(port)));
        String direction = in ? "From" : "To";
        if (rule.peers().isEmpty()) {
            lines.line(2, direction + ": <any> (traffic not restricted by " + (in ? "source" : "destination") + ")");
        }
        for (NetworkPolicyPeer peer : rule.peers()) {
            lines.line(2, direction + ":");
            peer(lines, peer);
        }
    }

    private static String port(NetworkPolicyPort port) {
        String protocol = Objects.requireNonNullElse(port.getProtocol(), "TCP");
        String number = port.getPort() == null ? "<nil>" : ProbeText.port(port.getPort());
        return port.getEndPort() == null
                ? "To Port: " + number + "/" + protocol
                : "To Port Range: " + number + "-" + port.getEndPort() + "/" + protocol;
    }

    private static void peer(Lines lines, NetworkPolicyPeer peer) {
        if (peer.getNamespaceSelector() != null) {
            lines.line(3, "NamespaceSelector: " + selector(peer.getNamespaceSelector()));
        }
        if (peer.getPodSelector() != null) {
            lines.line(3, "PodSelector: " + selector(peer.getPodSelector()));
        }
        if (peer.getIpBlock() != null && peer.getPodSelector() == null && peer.getNamespaceSelector() == null) {
            lines.line(3, "IPBlock:");
            lines.line(4, "CIDR: " + peer.getIpBlock().getCidr());
            lines.line(4, "Except: " + String.join(", ", peer.getIpBlock().getExcept()));
        }
    }

    private static String selector(io.fabric8.kubernetes.api.model.@Nullable LabelSelector selector) {
        return selector == null ? Lines.NONE : ConditionLines.selector(LabelSelector.of(selector));
    }
}
