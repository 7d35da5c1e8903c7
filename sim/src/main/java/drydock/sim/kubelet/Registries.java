package drydock.sim.kubelet;

import drydock.sim.container.ImageName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which registries can be reached, and what they have: all, if anything outside the cluster can be reached, but those
/// that are down, and every image but those that are missing.
public final class Registries {

    private static final String ALL = "";

    private final boolean offline;
    private final TreeSet<String> down = new TreeSet<>();
    private final Set<ImageName> missing = new HashSet<>();
    private final Map<String, Optional<ImageName>> named = new HashMap<>();

    /// @param offline whether nothing outside the cluster can be reached
    Registries(boolean offline) {
        this.offline = offline;
    }

    /// The image that a container calls `text`; empty if that is no name. Each name is read once.
    Optional<ImageName> named(String text) {
        return named.computeIfAbsent(text, ImageName::parse);
    }

    boolean answers(String registry) {
        return !offline && !down.contains(registry) && !down.contains(ALL);
    }

    boolean has(ImageName image) {
        return !missing.contains(image);
    }

    /// The registries have no such image from now on, or have it again.
    public void missing(ImageName image, boolean on) {
        if (on) {
            missing.add(image);
        } else {
            missing.remove(image);
        }
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
