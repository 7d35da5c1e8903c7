package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The filter VolumeZone: a volume that is in a zone can be had by nodes of that zone only
/// (`plugins/volumezone/volume_zone.go`).
final class VolumeZone implements Filter {

    private static final String NAME = "VolumeZone";
    private static final Optional<Rejection> ELSEWHERE =
            Optional.of(Rejection.forGood(NAME, "node(s) had no available volume zone"));
    private static final List<String> LABELS = List.of(
            "failure-domain.beta.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region",
            "topology.kubernetes.io/zone",
            "topology.kubernetes.io/region");

    private record Needed(String label, Set<String> values) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean mayHelp(ClusterChange change, PodInfo pod, Namespaces namespaces) {
        return switch (change) {
            case ClusterChange.OfClaim claim -> claim.isOf(pod);
            case ClusterChange.OfVolume volume -> volume.there();
            case ClusterChange.OfClass made -> made.before() == null;
            case ClusterChange.OfNode node -> node.isLabelledAnew();
            case ClusterChange.OfDrivers _,
                    ClusterChange.OfPod _,
                    ClusterChange.OfItself _,
                    ClusterChange.OfNamespace _ -> false;
        };
    }

    @Override
    public Preparation prepare(Attempt attempt) {
        List<Needed> needed = ClaimedVolumes.of(attempt).stream()
                .flatMap(claim -> claim.volume().stream())
                .flatMap(VolumeZone::needed)
                .toList();
        return needed.isEmpty()
                ? Filter.skip()
                : Filter.perNode(node -> needed.stream().allMatch(n -> has(node, n)) ? Optional.empty() : ELSEWHERE);
    }

    private static java.util.stream.Stream<Needed> needed(PersistentVolume volume) {
        Map<String, String> labels =
                Objects.requireNonNullElse(volume.getMetadata().getLabels(), Map.of());
        return LABELS.stream()
                .filter(labels::containsKey)
                .map(l -> new Needed(l, Set.copyOf(List.of(labels.get(l).split("__", -1)))));
    }

    private static boolean has(NodeInfo node, Needed needed) {
        String value = node.label(needed.label());
        return value != null && needed.values().contains(value);
    }
}
