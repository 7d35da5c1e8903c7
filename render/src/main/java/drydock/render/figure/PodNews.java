package drydock.render.figure;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What events tell of a Pod and its status does not.
///
/// @param pulls the images that are being pulled, by container
/// @param failed the images that could not be had and are tried again, by container
/// @param failing the probes that failed last, of the run that each container is in
record PodNews(Map<String, Pull> pulls, Map<String, FailedPull> failed, Set<Failing> failing) {

    static final PodNews NONE = new PodNews(Map.of(), Map.of(), Set.of());

    /// A pull that has begun and not ended.
    record Pull(String image, Instant since) {}

    /// A pull that was tried so often, the last time in vain until `at`.
    record FailedPull(int tries, Instant at) {}

    record Failing(String container, Probing.Kind probe) {}

    PodNews {
        pulls = Map.copyOf(pulls);
        failed = Map.copyOf(failed);
        failing = Set.copyOf(failing);
    }

    /// The wait until the image of `container` is tried again; empty if it is not waited for.
    Optional<BackOff> pullAgain(String container, Instant now) {
        return Optional.ofNullable(failed.get(container)).map(pull -> BackOff.ofPull(pull.tries(), pull.at(), now));
    }
}
