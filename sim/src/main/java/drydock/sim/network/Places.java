package drydock.sim.network;

import drydock.model.resource.ResourceId;
import drydock.sim.container.Network;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What is plugged in where: the nodes and the Pods on them, by their addresses.
final class Places {

    /// A Pod's network on its node.
    record PodPlace(ResourceId pod, String node, Network network, Map<Integer, Integer> hostPorts) {

        PodPlace {
            hostPorts = Map.copyOf(hostPorts);
        }
    }

    private final Map<String, PodPlace> pods = new HashMap<>();
    private final Map<Network, PodPlace> byNetwork = new HashMap<>();
    private final Map<ResourceId, PodPlace> byPod = new HashMap<>();
    private final Map<String, Map<Integer, PodPlace>> hostPorts = new HashMap<>();
    private final Map<String, Network> nodes = new TreeMap<>();
    private final Map<String, String> nodeByAddress = new HashMap<>();
    private final Map<Network, String> nodeByNetwork = new HashMap<>();
    private final Set<String> cutOff = new HashSet<>();
    private final Set<String> cutPairs = new HashSet<>();

    void node(String name, Network network) {
        nodes.put(name, network);
        nodeByAddress.put(network.address(), name);
        nodeByNetwork.put(network, name);
    }

    void pod(PodPlace place) {
        pods.put(place.network().address(), place);
        byNetwork.put(place.network(), place);
        byPod.put(place.pod(), place);
        place.hostPorts()
                .keySet()
                .forEach(port -> hostPorts
                        .computeIfAbsent(place.node(), _ -> new HashMap<>())
                        .putIfAbsent(port, place));
    }

    void gone(Network network) {
        PodPlace place = byNetwork.remove(network);
        if (place != null) {
            pods.remove(network.address(), place);
            byPod.remove(place.pod(), place);
            hostPorts.getOrDefault(place.node(), new HashMap<>()).values().removeIf(place::equals);
        }
    }

    Optional<PodPlace> podAt(String address) {
        return Optional.ofNullable(pods.get(address));
    }

    Optional<PodPlace> podOf(Network network) {
        return Optional.ofNullable(byNetwork.get(network));
    }

    Optional<PodPlace> podOf(ResourceId pod) {
        return Optional.ofNullable(byPod.get(pod));
    }

    Optional<PodPlace> atHostPort(String node, int port) {
        return Optional.ofNullable(hostPorts.getOrDefault(node, Map.of()).get(port));
    }

    Optional<String> nodeAt(String address) {
        return Optional.ofNullable(nodeByAddress.get(address));
    }

    Optional<String> nodeOf(Network network) {
        return Optional.ofNullable(nodeByNetwork.get(network));
    }

    Optional<Network> networkOf(String node) {
        return Optional.ofNullable(nodes.get(node));
    }

    Map<String, Network> nodes() {
        return new LinkedHashMap<>(nodes);
    }

    void cutOff(String node) {
        cutOff.add(node);
    }

    void cut(Collection<String> some, Collection<String> others) {
        some.forEach(one -> others.forEach(other -> {
            cutPairs.add(one + " " + other);
            cutPairs.add(other + " " + one);
        }));
    }

    void mend(String node) {
        cutOff.remove(node);
        cutPairs.removeIf(pair -> pair.startsWith(node + " ") || pair.endsWith(" " + node));
    }

    /// Whether what leaves `from` comes to `to`; an empty name is the world outside.
    boolean connected(String from, String to) {
        boolean apart = cutOff.contains(from) || cutOff.contains(to) || cutPairs.contains(from + " " + to);
        return from.equals(to) || !apart;
    }

    boolean isCutOff(String node) {
        return cutOff.contains(node);
    }
}
