package drydock.sim.scheduler;

import drydock.sim.scheduler.ClaimedVolumes.Claimed;
import io.fabric8.kubernetes.api.model.storage.CSINodeDriver;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The filter NodeVolumeLimits: so many volumes of a driver as a node can hold, as its CSINode says
/// (`plugins/nodevolumelimits/csi.go`).
final class NodeVolumeLimits implements Filter {

    private static final String NAME = "NodeVolumeLimits";
    private static final String PROVISIONER = "pv.kubernetes.io/provisioned-by";
    private static final Optional<Rejection> EXCEEDED =
            Optional.of(Rejection.forNow(NAME, "node(s) exceed max volume count"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean mayHelp(ClusterChange change, PodInfo pod, Namespaces namespaces) {
        return change instanceof ClusterChange.OfDrivers
                || (change instanceof ClusterChange.OfClaim claim && claim.isNew() && claim.isOf(pod))
                || (change instanceof ClusterChange.OfPod gone && gone.isGone())
                || (change instanceof ClusterChange.OfNode node && node.before() == null);
    }

    @Override
    public Preparation prepare(Attempt attempt) {
        if (!attempt.objects().hasDrivers()) {
            return Filter.skip();
        }
        Map<String, Set<String>> wanted = new HashMap<>();
        add(attempt, attempt.pod(), wanted);
        return wanted.isEmpty()
                ? Filter.skip()
                : Filter.perNode(node -> fits(attempt, node, wanted) ? Optional.empty() : EXCEEDED);
    }

    private static boolean fits(Attempt attempt, NodeInfo node, Map<String, Set<String>> wanted) {
        List<CSINodeDriver> limited = attempt.objects().drivers(node.name()).stream()
                .filter(d -> d.getAllocatable() != null && d.getAllocatable().getCount() != null)
                .filter(d -> wanted.containsKey(d.getName()))
                .toList();
        if (limited.isEmpty()) {
            return true;
        }
        Map<String, Set<String>> there = new HashMap<>();
        node.pods().forEach(pod -> add(attempt, pod, there));
        return limited.stream().allMatch(driver -> {
            Set<String> all = new HashSet<>(there.getOrDefault(driver.getName(), Set.of()));
            int before = all.size();
            all.addAll(wanted.get(driver.getName()));
            return all.size() == before || all.size() <= driver.getAllocatable().getCount();
        });
    }

    /// The volumes of a Pod, by their drivers.
    private static void add(Attempt attempt, PodInfo pod, Map<String, Set<String>> volumes) {
        for (Claimed claimed : ClaimedVolumes.of(attempt, pod)) {
            driver(attempt, claimed)
                    .ifPresent(driver -> volumes.computeIfAbsent(driver, _ -> new HashSet<>())
                            .add(
                                    claimed.volumeName().isEmpty()
                                            ? pod.namespace() + "/" + claimed.name()
                                            : claimed.volumeName()));
        }
    }

    /// What holds the volume, or will: the volume's driver, what made it, or what its class says.
    private static Optional<String> driver(Attempt attempt, Claimed claimed) {
        return claimed.volume()
                .map(volume -> volume.getSpec().getCsi() != null
                        ? Optional.of(volume.getSpec().getCsi().getDriver())
                        : Optional.ofNullable(Objects.requireNonNullElse(
                                        volume.getMetadata().getAnnotations(), Map.<String, String>of())
                                .get(PROVISIONER)))
                .orElseGet(() -> claimed.claim()
                        .map(claim -> claim.getSpec().getStorageClassName())
                        .flatMap(attempt.objects()::storageClass)
                        .map(StorageClass::getProvisioner));
    }
}
