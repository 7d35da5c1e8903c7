package drydock.render.load;

/// How busy something is at a moment.
///
/// @param cpu what its Pods use, in CPUs
/// @param requested what they have asked for, in CPUs
/// @param memory what they use, in bytes; 0 where it is not known
/// @param requestedMemory what they have asked for, in bytes
/// @param requests how many come to it a second
/// @param errors how many of them fail
public record LoadPoint(
        double cpu,
        double requested,
        double memory,
        double requestedMemory,
        int pods,
        int ready,
        double requests,
        double errors) {}
