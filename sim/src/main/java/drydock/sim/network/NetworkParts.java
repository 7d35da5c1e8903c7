package drydock.sim.network;

import drydock.sim.store.ApiServer;

/// What is asked for the way of a request.
///
/// @param table the Services, as each node knows them
/// @param gate what policies let through
/// @param world what is outside the cluster
/// @param entrances the ways in from there
record NetworkParts(
        ApiServer api, Places places, ServiceTable table, PolicyGate gate, Dns dns, World world, Entrances entrances) {}
