package drydock.sim.network;

import drydock.sim.container.Network;
import drydock.sim.network.Places.PodPlace;
import java.util.Optional;

/// Who sends a request.
///
/// @param pod empty for a node, and outside the cluster
/// @param node empty outside the cluster
record Sender(Network network, Optional<PodPlace> pod, String node) {}
