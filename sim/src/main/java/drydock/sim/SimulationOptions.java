package drydock.sim;

import drydock.model.topology.PodTemplates;
import drydock.sim.network.ProxyMode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a simulation starts from; the same options give the same run, byte for byte.
///
/// @param seed what all chance follows from
/// @param start the virtual date at which it begins
/// @param nodes the cluster's nodes; what they leave out is filled in
/// @param offline whether nothing outside the cluster can be reached; otherwise every registry has every image, and
/// every web server answers
/// @param proxyMode how kube-proxy chooses among endpoints
/// @param found what the cluster holds when it begins, beside its nodes: objects with their uids and statuses, as they
/// were in another cluster. Pods that their statuses say run go on running
public record SimulationOptions(
        long seed, Instant start, List<Node> nodes, boolean offline, ProxyMode proxyMode, List<HasMetadata> found) {

    /// Seed 1, three nodes, every image to be had.
    public static final SimulationOptions DEFAULT =
            new SimulationOptions(1, Instant.parse("2026-01-01T00:00:00Z"), nodes(3), false, ProxyMode.IPTABLES);

    public SimulationOptions {
        nodes = List.copyOf(nodes);
        found = List.copyOf(found);
    }

    /// Those of a cluster that begins with nothing on its nodes.
    public SimulationOptions(long seed, Instant start, List<Node> nodes, boolean offline, ProxyMode proxyMode) {
        this(seed, start, nodes, offline, proxyMode, List.of());
    }

    /// `count` like nodes, `node-1`, `node-2` and so on.
    public static List<Node> nodes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> node("node-" + i)).toList();
    }

    private static Node node(String name) {
        return new NodeBuilder().withNewMetadata().withName(name).endMetadata().build();
    }

    /// The same with the nodes of a project: those among `objects`; where there are none, `count` of them, among which
    /// are those that Pods and templates name as theirs.
    public SimulationOptions withNodesOf(List<HasMetadata> objects, int count) {
        List<Node> described = objects.stream()
                .filter(Node.class::isInstance)
                .map(Node.class::cast)
                .toList();
        if (!described.isEmpty()) {
            return withNodes(described);
        }
        List<Node> named = objects.stream()
                .flatMap(object -> PodTemplates.podSpec(object).stream())
                .map(PodSpec::getNodeName)
                .filter(name -> name != null && !name.isEmpty())
                .distinct()
                .map(SimulationOptions::node)
                .toList();
        return withNodes(Stream.concat(named.stream(), nodes(Math.max(0, count - named.size())).stream())
                .toList());
    }

    public SimulationOptions withSeed(long other) {
        return new SimulationOptions(other, start, nodes, offline, proxyMode, found);
    }

    public SimulationOptions withNodes(List<Node> others) {
        return new SimulationOptions(seed, start, others, offline, proxyMode, found);
    }

    public SimulationOptions withOffline(boolean cutOff) {
        return new SimulationOptions(seed, start, nodes, cutOff, proxyMode, found);
    }

    public SimulationOptions withProxyMode(ProxyMode other) {
        return new SimulationOptions(seed, start, nodes, offline, other, found);
    }

    /// The same, beginning at `moment` with what another cluster held then.
    public SimulationOptions withFound(Instant moment, List<HasMetadata> objects) {
        return new SimulationOptions(seed, moment, nodes, offline, proxyMode, objects);
    }
}
