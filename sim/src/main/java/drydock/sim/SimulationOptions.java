package drydock.sim;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// What a simulation starts from; the same options give the same run, byte for byte.
///
/// @param seed what all chance follows from
/// @param start the virtual date at which it begins
/// @param nodes the cluster's nodes; what they leave out is filled in
/// @param offline whether no image registry can be reached; otherwise the registry has every image
public record SimulationOptions(long seed, Instant start, List<Node> nodes, boolean offline) {

    /// Seed 1, three nodes, every image to be had.
    public static final SimulationOptions DEFAULT =
            new SimulationOptions(1, Instant.parse("2026-01-01T00:00:00Z"), nodes(3), false);

    public SimulationOptions {
        nodes = List.copyOf(nodes);
    }

    /// `count` like nodes, `node-1`, `node-2` and so on.
    public static List<Node> nodes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new NodeBuilder()
                        .withNewMetadata()
                        .withName("node-" + i)
                        .endMetadata()
                        .build())
                .toList();
    }

    public SimulationOptions withSeed(long other) {
        return new SimulationOptions(other, start, nodes, offline);
    }

    public SimulationOptions withNodes(List<Node> others) {
        return new SimulationOptions(seed, start, others, offline);
    }

    public SimulationOptions withOffline(boolean cutOff) {
        return new SimulationOptions(seed, start, nodes, cutOff);
    }
}
