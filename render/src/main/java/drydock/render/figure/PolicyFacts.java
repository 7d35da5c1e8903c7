package drydock.render.figure;

import static drydock.render.figure.FactList.each;

import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What matters of a network policy: whose traffic it is about, and what it lets in and out.
final class PolicyFacts {

    private PolicyFacts() {}

    /// Without types a policy is about what comes in, and about what goes out if it has rules for that
    /// (`pkg/apis/networking/v1/defaults.go`).
    static void tell(NetworkPolicy policy, FactList facts) {
        var spec = policy.getSpec();
        if (spec == null) {
            return;
        }
        LabelSelector pods =
                spec.getPodSelector() == null ? LabelSelector.EVERYTHING : LabelSelector.of(spec.getPodSelector());
        facts.own("Pods", pods.isEverything() ? facts.word("fact.all") : pods.toString());
        boolean named = !each(spec.getPolicyTypes()).isEmpty();
        if (!named || spec.getPolicyTypes().contains("Ingress")) {
            List<String> rules = each(spec.getIngress()).stream()
                    .map(rule -> rule(rule.getFrom(), rule.getPorts(), facts))
                    .toList();
            facts.pair("fact.in", rules(rules, facts));
        }
        if (named
                ? spec.getPolicyTypes().contains("Egress")
                : !each(spec.getEgress()).isEmpty()) {
            List<String> rules = each(spec.getEgress()).stream()
                    .map(rule -> rule(rule.getTo(), rule.getPorts(), facts))
                    .toList();
            facts.pair("fact.out", rules(rules, facts));
        }
    }

    private static String rules(List<String> rules, FactList facts) {
        return rules.isEmpty() ? facts.word("fact.nothing") : String.join(", ", rules);
    }

    private static String rule(
            @Nullable List<NetworkPolicyPeer> peers, @Nullable List<NetworkPolicyPort> ports, FactList facts) {
        String who = each(peers).isEmpty()
                ? facts.word("fact.everything")
                : each(peers).stream().map(PolicyFacts::peer).collect(Collectors.joining(", "));
        String which = each(ports).stream()
                .filter(port -> port.getPort() != null)
                .map(port -> ":" + port.getPort().getValue())
                .collect(Collectors.joining(" "));
        return which.isEmpty() ? who : who + " " + which;
    }

    private static String peer(NetworkPolicyPeer peer) {
        if (peer.getIpBlock() != null) {
            return String.valueOf(peer.getIpBlock().getCidr());
        }
        List<String> parts = new ArrayList<>();
        if (peer.getNamespaceSelector() != null) {
            LabelSelector namespaces = LabelSelector.of(peer.getNamespaceSelector());
            parts.add("ns " + (namespaces.isEverything() ? "*" : namespaces.toString()));
        }
        if (peer.getPodSelector() != null) {
            LabelSelector pods = LabelSelector.of(peer.getPodSelector());
            parts.add(pods.isEverything() ? "*" : pods.toString());
        }
        return String.join("/", parts);
    }
}
