package drydock.model.validation.pod;

import drydock.model.validation.Visit;
import java.util.List;
import java.util.stream.Stream;

/// What the rules of Pods ask of one: its containers, and whether it is a Pod or a template of Pods.
final class Pods {

    private static final long USUAL_GRACE_PERIOD = 30;

    private Pods() {}

    /// Whether the manifest is of a Pod and not of something that makes Pods.
    static boolean isPod(Visit visit) {
        return visit.kind().equals("Pod");
    }

    static Stream<Visit> containers(Visit pod) {
        return joined(pod.each("containers").stream(), pod.each("initContainers"));
    }

    static Stream<Visit> allContainers(Visit pod) {
        return joined(containers(pod), pod.each("ephemeralContainers"));
    }

    /// Most Pods have containers of one sort only.
    private static Stream<Visit> joined(Stream<Visit> one, List<Visit> other) {
        return other.isEmpty() ? one : Stream.concat(one, other.stream());
    }

    /// Whether a container among the init containers keeps running beside the others.
    static boolean isSidecar(Visit container) {
        return container.textOrEmpty("restartPolicy").equals("Always");
    }

    static long gracePeriod(Visit pod) {
        long seconds = pod.number("terminationGracePeriodSeconds").orElse(USUAL_GRACE_PERIOD);
        return seconds < 0 && isPod(pod) ? 1 : seconds;
    }

    /// The metadata beside the Pod's spec, in a Pod or a template.
    static Visit metadata(Visit holder) {
        return holder.in("metadata");
    }

    /// The names of `visits`, as far as they have one.
    static List<String> names(Stream<Visit> visits) {
        return visits.map(v -> v.textOrEmpty("name"))
                .filter(n -> !n.isEmpty())
                .distinct()
                .toList();
    }
}
