package drydock.sim.network;

import drydock.sim.network.Places.PodPlace;
import drydock.sim.network.Policies.Peer;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Optional;

/// Whether NetworkPolicies let a sender through. Each answer is the policies that do not, as text; empty if they do.
final class PolicyGate {

    private static final int DNS_PORT = 53;

    private final ApiServer api;
    private final Policies policies;

    PolicyGate(ApiServer api) {
        this.api = api;
        this.policies = new Policies(api);
    }

    /// On the way to the cluster's name server.
    Optional<String> toNameServer(Sender from) {
        if (policies.none()) {
            return Optional.empty();
        }
        Pod server = new PodBuilder()
                .withNewMetadata()
                .withNamespace("kube-system")
                .withName("coredns")
                .addToLabels("k8s-app", "kube-dns")
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build();
        return policies.holdsBack(peer(from), new Peer(Optional.of(server), Dns.SERVER), DNS_PORT, "UDP");
    }

    /// On the way to a port of a Pod.
    ///
    /// @param client the address that the Pod sees
    Optional<String> toPod(Sender from, PodPlace to, int port, String client) {
        if (policies.none()) {
            return Optional.empty();
        }
        Peer sender = from.pod().isPresent() ? peer(from) : new Peer(Optional.empty(), client);
        Peer receiver = new Peer(pod(to), to.network().address());
        // a node may always reach its own Pods, or their probes would fail
        boolean own = from.pod().isEmpty()
                && from.node().equals(to.node())
                && client.equals(from.network().address());
        return policies.holdsBack(sender, receiver, port, "TCP")
                .or(() -> own ? Optional.empty() : policies.keepsOut(sender, receiver, port, "TCP"));
    }

    /// On the way to an address outside the cluster.
    Optional<String> toOutside(Sender from, String address, int port) {
        return policies.holdsBack(peer(from), new Peer(Optional.empty(), address), port, "TCP");
    }

    private Peer peer(Sender sender) {
        return new Peer(sender.pod().flatMap(this::pod), sender.network().address());
    }

    private Optional<Pod> pod(PodPlace place) {
        return api.get(place.pod()).map(Pod.class::cast);
    }
}
