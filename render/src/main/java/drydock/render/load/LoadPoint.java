package drydock.render.load;

/// How busy something is at a moment.
///
/// @param cpu what its Pods use, in CPUs
/// @param requested what they have asked for, in CPUs
/// @param requests how many come to it a second
/// @param errors how many of them fail
public record LoadPoint(double cpu, double requested, int pods, int ready, double requests, double errors) {}
