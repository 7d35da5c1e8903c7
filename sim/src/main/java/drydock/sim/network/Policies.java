package drydock.sim.network;

import drydock.model.resource.AddressRange;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What NetworkPolicies let through, as a network plugin that enforces them does: a Pod that no policy chooses lets
/// all through; else something passes only if one of them allows it (`networking.k8s.io/v1`, NetworkPolicySpec).
final class Policies {

    /// One end of a connection.
    ///
    /// @param pod empty for a node or the world outside
    record Peer(Optional<Pod> pod, String address) {}

    private final ApiServer api;
    private final Informer<NetworkPolicy> policies;

    Policies(ApiServer api) {
        this.api = api;
        this.policies = new Informer<>(
                api,
                Kinds.NETWORK_POLICY,
                NetworkPolicy.class,
                p -> List.of(p.getMetadata().getNamespace()));
    }

    boolean none() {
        return policies.all().isEmpty();
    }

    /// The policies of the sender that do not let it send there, as text; empty if they do.
    Optional<String> holdsBack(Peer from, Peer to, int port, String protocol) {
        return blocked(
                from,
                "Egress",
                policy -> policy.getSpec().getEgress().stream()
                        .anyMatch(rule -> allows(policy, rule, to, port, protocol)));
    }

    /// The policies of the receiver that do not let it in, as text; empty if they do.
    Optional<String> keepsOut(Peer from, Peer to, int port, String protocol) {
        return blocked(
                to,
                "Ingress",
                policy -> policy.getSpec().getIngress().stream()
                        .anyMatch(rule -> allows(policy, rule, from, to, port, protocol)));
    }

    private Optional<String> blocked(Peer peer, String direction, Function<NetworkPolicy, Boolean> allows) {
        if (peer.pod().isEmpty() || policies.all().isEmpty()) {
            return Optional.empty();
        }
        Pod pod = peer.pod().get();
        List<NetworkPolicy> choosing = policies.of(pod.getMetadata().getNamespace()).stream()
                .filter(policy -> isOf(policy, direction))
                .filter(policy -> matches(
                        policy.getSpec().getPodSelector(), pod.getMetadata().getLabels()))
                .toList();
        if (choosing.isEmpty() || choosing.stream().anyMatch(allows::apply)) {
            return Optional.empty();
        }
        return Optional.of(choosing.stream().map(p -> p.getMetadata().getName()).collect(Collectors.joining(", ")));
    }

    /// A policy is of the types that it names, else of Ingress, and of Egress too if it has rules for that.
    private static boolean isOf(NetworkPolicy policy, String direction) {
        List<String> types = policy.getSpec().getPolicyTypes();
        return types.isEmpty()
                ? direction.equals("Ingress") || !policy.getSpec().getEgress().isEmpty()
                : types.contains(direction);
    }

    private boolean allows(NetworkPolicy policy, NetworkPolicyEgressRule rule, Peer to, int port, String protocol) {
        return isPort(rule.getPorts(), to, port, protocol) && isPeer(policy, rule.getTo(), to);
    }

    private boolean allows(
            NetworkPolicy policy, NetworkPolicyIngressRule rule, Peer from, Peer to, int port, String protocol) {
        return isPort(rule.getPorts(), to, port, protocol) && isPeer(policy, rule.getFrom(), from);
    }

    private static boolean isPort(List<NetworkPolicyPort> ports, Peer to, int port, String protocol) {
        return ports.isEmpty()
                || ports.stream()
                        .filter(p -> Objects.requireNonNullElse(p.getProtocol(), "TCP")
                                .equals(protocol))
                        .anyMatch(p -> isPort(p, to, port));
    }

    private static boolean isPort(NetworkPolicyPort allowed, Peer to, int port) {
        IntOrString wanted = allowed.getPort();
        if (wanted == null) {
            return true;
        }
        if (wanted.getIntVal() != null) {
            int last = Objects.requireNonNullElse(allowed.getEndPort(), wanted.getIntVal());
            return port >= wanted.getIntVal() && port <= last;
        }
        return to.pod().stream()
                .flatMap(pod -> pod.getSpec().getContainers().stream())
                .flatMap(container -> container.getPorts().stream())
                .filter(p -> Objects.equals(p.getName(), wanted.getStrVal()))
                .map(ContainerPort::getContainerPort)
                .anyMatch(number -> number == port);
    }

    private boolean isPeer(NetworkPolicy policy, List<NetworkPolicyPeer> peers, Peer peer) {
        return peers.isEmpty() || peers.stream().anyMatch(p -> isPeer(policy, p, peer));
    }

    private boolean isPeer(NetworkPolicy policy, NetworkPolicyPeer allowed, Peer peer) {
        if (allowed.getIpBlock() != null) {
            return isIn(allowed.getIpBlock(), peer.address());
        }
        if (peer.pod().isEmpty()) {
            return false;
        }
        Pod pod = peer.pod().get();
        String namespace = pod.getMetadata().getNamespace();
        boolean there = allowed.getNamespaceSelector() == null
                ? namespace.equals(policy.getMetadata().getNamespace())
                : matches(allowed.getNamespaceSelector(), labelsOf(namespace));
        return there
                && (allowed.getPodSelector() == null
                        || matches(allowed.getPodSelector(), pod.getMetadata().getLabels()));
    }

    private Map<String, String> labelsOf(String namespace) {
        return api.get(ResourceId.of(Kinds.NAMESPACE, "", namespace))
                .map(Namespace.class::cast)
                .map(n -> n.getMetadata().getLabels())
                .orElse(Map.of());
    }

    private static boolean isIn(IPBlock block, String address) {
        return isIn(block.getCidr(), address) && block.getExcept().stream().noneMatch(e -> isIn(e, address));
    }

    /// @param cidr a range, or a single address
    static boolean isIn(String cidr, String address) {
        Optional<byte[]> asked = AddressRange.bytes(address);
        return AddressRange.parse(cidr.indexOf('/') < 0 ? cidr + "/32" : cidr)
                .filter(range -> asked.filter(range::contains).isPresent())
                .isPresent();
    }

    private static boolean matches(
            io.fabric8.kubernetes.api.model.@Nullable LabelSelector selector, @Nullable Map<String, String> labels) {
        return selector == null || LabelSelector.of(selector).matches(labels == null ? Map.of() : labels);
    }
}
