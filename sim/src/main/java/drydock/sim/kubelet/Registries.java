package drydock.sim.kubelet;

import java.util.TreeSet;

/// Which registries can be reached: all, if anything outside the cluster can, but those that are down.
public final class Registries {

    private static final String ALL = "";

    private final boolean offline;
    private final TreeSet<String> down = new TreeSet<>();

    /// @param offline whether nothing outside the cluster can be reached
    Registries(boolean offline) {
        this.offline = offline;
    }

    boolean answers(String registry) {
        return !offline && !down.contains(registry) && !down.contains(ALL);
    }

    /// The registry, as `docker.io`, does not answer any more; an empty name means all.
    public void stop(String registry) {
        down.add(registry);
    }

    /// It answers again.
    public void start(String registry) {
        down.remove(registry);
    }
}
