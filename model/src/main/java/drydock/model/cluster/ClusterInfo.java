package drydock.model.cluster;

/// What a cluster is called and where it is.
///
/// @param name what the user knows it by: the context of a kubeconfig, or the simulation's name
/// @param server its address, empty for a simulation
/// @param version its version, as `v1.36.2`
/// @param simulated whether it is the built-in simulation
public record ClusterInfo(String name, String server, String version, boolean simulated) {}
