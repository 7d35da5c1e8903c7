package drydock.sim.kubelet;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Whether a node has room for a Pod that was bound to it (`pkg/kubelet/lifecycle/predicate.go`).
final class PodAdmission {

    /// Why a Pod is turned away.
    record Refusal(String reason, String message) {}

    private PodAdmission() {}

    /// Why a Pod that claims `wanted` cannot run beside `others` on `node`, or empty if it can.
    static Optional<Refusal> refusal(Node node, PodClaim wanted, Collection<PodClaim> others) {
        Map<String, Quantity> allocatable = node.getStatus().getAllocatable();
        Quantity pods = allocatable == null ? null : allocatable.get("pods");
        if (pods != null && others.size() + 1 > amount(pods).intValue()) {
            return Optional.of(new Refusal(
                    "OutOfpods", lacks("pods", BigDecimal.ONE, BigDecimal.valueOf(others.size()), amount(pods))));
        }
        for (String resource : PodClaim.RESOURCES) {
            Quantity has = allocatable == null ? null : allocatable.get(resource);
            BigDecimal wants = wanted.of(resource);
            if (has != null && wants.signum() > 0) {
                BigDecimal used = BigDecimal.ZERO;
                for (PodClaim other : others) {
                    used = used.add(other.of(resource));
                }
                if (used.add(wants).compareTo(amount(has)) > 0) {
                    return Optional.of(new Refusal("OutOf" + resource, lacks(resource, wants, used, amount(has))));
                }
            }
        }
        boolean taken = !wanted.hostPorts().isEmpty() && others.stream().anyMatch(other -> clash(wanted, other));
        return taken
                ? Optional.of(new Refusal(
                        "NodePorts",
                        "Predicate NodePorts failed: node(s) didn't have free ports for the requested pod ports"))
                : Optional.empty();
    }

    /// Why `node` could not give what `wanted` claims though nobody else were there; empty if it could.
    static Optional<String> beyond(Node node, PodClaim wanted) {
        Map<String, Quantity> allocatable = node.getStatus().getAllocatable();
        for (String resource : List.of("memory", "cpu")) {
            Quantity has = allocatable == null ? null : allocatable.get(resource);
            if (has != null && wanted.of(resource).compareTo(amount(has)) > 0) {
                BigDecimal scale = scale(resource);
                return Optional.of("Node didn't have enough capacity: " + resource + ", requested: "
                        + whole(wanted.of(resource), scale) + ", capacity: " + whole(amount(has), scale));
            }
        }
        return Optional.empty();
    }

    private static BigDecimal scale(String resource) {
        return resource.equals("cpu") ? BigDecimal.valueOf(1000) : BigDecimal.ONE;
    }

    private static BigDecimal amount(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity);
    }

    private static String lacks(String resource, BigDecimal wants, BigDecimal used, BigDecimal has) {
        BigDecimal scale = scale(resource);
        return "Node didn't have enough resource: " + resource + ", requested: " + whole(wants, scale) + ", used: "
                + whole(used, scale) + ", capacity: " + whole(has, scale);
    }

    private static String whole(BigDecimal amount, BigDecimal scale) {
        return amount.multiply(scale).setScale(0, RoundingMode.CEILING).toPlainString();
    }

    private static boolean clash(PodClaim one, PodClaim other) {
        return one.hostPorts().stream().anyMatch(a -> other.hostPorts().stream().anyMatch(b -> clash(a, b)));
    }

    private static boolean clash(ContainerPort a, ContainerPort b) {
        String ipA = ip(a);
        String ipB = ip(b);
        return a.getHostPort().equals(b.getHostPort())
                && Objects.requireNonNullElse(a.getProtocol(), "TCP")
                        .equals(Objects.requireNonNullElse(b.getProtocol(), "TCP"))
                && (ipA.equals(ipB) || ipA.equals("0.0.0.0") || ipB.equals("0.0.0.0"));
    }

    private static String ip(ContainerPort port) {
        return port.getHostIP() == null || port.getHostIP().isEmpty() ? "0.0.0.0" : port.getHostIP();
    }
}
