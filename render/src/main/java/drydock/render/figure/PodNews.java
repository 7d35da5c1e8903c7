package drydock.render.figure;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// What events tell of a Pod and its status does not.
///
/// @param pulls the images that are being pulled, by container
/// @param failing the probes that failed last, of the run that each container is in
record PodNews(Map<String, Pull> pulls, Set<Failing> failing) {

    static final PodNews NONE = new PodNews(Map.of(), Set.of());

    /// A pull that has begun and not ended.
    record Pull(String image, Instant since) {}

    record Failing(String container, Probing.Kind probe) {}

    PodNews {
        pulls = Map.copyOf(pulls);
        failing = Set.copyOf(failing);
    }
}
