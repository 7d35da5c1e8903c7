package drydock.sim.scheduler;

import drydock.sim.scheduler.ClaimedVolumes.Claimed;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The filter VolumeBinding: the volumes of bound claims can be had on the node, and for claims that wait for their
/// first Pod there is a volume, or one can be made (`plugins/volumebinding`).
final class VolumeBinding implements Filter {

    private static final String NAME = "VolumeBinding";
    private static final Optional<Rejection> ELSEWHERE =
            Optional.of(Rejection.forGood(NAME, "node(s) didn't match PersistentVolume's node affinity"));
    private static final Optional<Rejection> NONE =
            Optional.of(Rejection.forGood(NAME, "node(s) didn't find available persistent volumes to bind"));
    private static final Optional<Rejection> LOST = Optional.of(
            Rejection.forGood(NAME, "node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean mayHelp(ClusterChange change, PodInfo pod, Namespaces namespaces) {
        return switch (change) {
            case ClusterChange.OfClaim claim -> claim.isOf(pod);
            case ClusterChange.OfVolume volume -> volume.there();
            case ClusterChange.OfClass made -> made.isForOthers();
            case ClusterChange.OfDrivers drivers -> drivers.isNew();
            case ClusterChange.OfNode node -> node.isLabelledAnew();
            case ClusterChange.OfPod _, ClusterChange.OfItself _, ClusterChange.OfNamespace _ -> false;
        };
    }

    @Override
    public Preparation prepare(Attempt attempt) {
        List<Claimed> claims = ClaimedVolumes.of(attempt);
        if (claims.isEmpty()) {
            return Filter.skip();
        }
        Optional<String> problem =
                claims.stream().flatMap(c -> problem(c, attempt).stream()).findFirst();
        if (problem.isPresent()) {
            return new Preparation.Nowhere(Rejection.forGood(NAME, problem.get()));
        }
        return Filter.perNode(node -> check(claims, attempt, node));
    }

    private static Optional<String> problem(Claimed claimed, Attempt attempt) {
        String quoted = "persistentvolumeclaim \"" + claimed.name() + "\"";
        if (claimed.claim().isEmpty()) {
            return Optional.of(
                    claimed.ephemeral()
                            ? "waiting for ephemeral volume controller to create the " + quoted
                            : quoted + " not found");
        }
        PersistentVolumeClaim claim = claimed.claim().get();
        if (claim.getMetadata().getDeletionTimestamp() != null) {
            return Optional.of(quoted + " is being deleted");
        }
        if (claim.getStatus() != null && "Lost".equals(claim.getStatus().getPhase())) {
            return Optional.of(quoted + " bound to non-existent persistentvolume \"" + claimed.volumeName() + "\"");
        }
        return isBound(claimed) || waitsForPod(claim, attempt)
                ? Optional.empty()
                : Optional.of("pod has unbound immediate PersistentVolumeClaims");
    }

    static boolean isBound(Claimed claimed) {
        return !claimed.volumeName().isEmpty();
    }

    private static boolean waitsForPod(PersistentVolumeClaim claim, Attempt attempt) {
        return storageClass(claim, attempt)
                .filter(c -> "WaitForFirstConsumer".equals(c.getVolumeBindingMode()))
                .isPresent();
    }

    private static Optional<StorageClass> storageClass(PersistentVolumeClaim claim, Attempt attempt) {
        return Optional.ofNullable(claim.getSpec().getStorageClassName())
                .filter(n -> !n.isEmpty())
                .flatMap(attempt.objects()::storageClass);
    }

    private static Optional<Rejection> check(List<Claimed> claims, Attempt attempt, NodeInfo node) {
        for (Claimed claimed : claims) {
            if (isBound(claimed)) {
                if (claimed.volume().isEmpty()) {
                    return LOST;
                }
                if (!VolumeMatching.reaches(claimed.volume().get(), node)) {
                    return ELSEWHERE;
                }
            }
        }
        return plan(claims, attempt, node).isPresent() ? Optional.empty() : NONE;
    }

    /// How the claims that are not bound get a volume on `node`; empty if one of them cannot.
    static Optional<VolumePlan> plan(List<Claimed> claims, Attempt attempt, NodeInfo node) {
        List<VolumePlan.Binding> bindings = new ArrayList<>();
        List<PersistentVolumeClaim> toMake = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (Claimed claimed : claims) {
            if (isBound(claimed)) {
                continue;
            }
            PersistentVolumeClaim claim = claimed.claim().orElseThrow();
            Optional<PersistentVolume> found =
                    VolumeMatching.best(claim, attempt.objects().volumes(), node, taken);
            if (found.isPresent()) {
                taken.add(found.get().getMetadata().getName());
                bindings.add(new VolumePlan.Binding(claim, found.get()));
            } else if (canBeMade(claim, attempt, node)) {
                toMake.add(claim);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new VolumePlan(bindings, toMake));
    }

    private static boolean canBeMade(PersistentVolumeClaim claim, Attempt attempt, NodeInfo node) {
        Optional<StorageClass> storageClass = storageClass(claim, attempt);
        return storageClass
                .filter(c -> !Objects.requireNonNullElse(c.getProvisioner(), "").isEmpty())
                .filter(c -> !"kubernetes.io/no-provisioner".equals(c.getProvisioner()))
                .filter(c -> c.getAllowedTopologies().isEmpty()
                        || c.getAllowedTopologies().stream()
                                .anyMatch(t -> t.getMatchLabelExpressions().stream()
                                        .allMatch(e -> e.getValues().contains(node.label(e.getKey())))))
                .isPresent();
    }
}
