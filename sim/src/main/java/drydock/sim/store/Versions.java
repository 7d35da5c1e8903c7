package drydock.sim.store;

/// Versions as they are written in requests.
final class Versions {

    private Versions() {}

    /// The number of `version`, 0 if it is empty.
    ///
    /// @throws drydock.model.cluster.ClusterException 400 if it is none
    static long parse(String version) {
        if (version.isEmpty()) {
            return 0;
        }
        try {
            return Long.parseUnsignedLong(version);
        } catch (NumberFormatException e) {
            throw Refusals.badRequest("Invalid value: \"" + version + "\": resourceVersion must be a number");
        }
    }
}
