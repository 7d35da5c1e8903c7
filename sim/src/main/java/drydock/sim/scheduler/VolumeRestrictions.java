package drydock.sim.scheduler;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The filter VolumeRestrictions: a disk of a cloud that another Pod of the node writes to, and a claim that is for one
/// Pod only and in use (`plugins/volumerestrictions/volume_restrictions.go`).
final class VolumeRestrictions implements Filter {

    private static final String NAME = "VolumeRestrictions";
    private static final Optional<Rejection> DISK =
            Optional.of(Rejection.forNow(NAME, "node(s) had no available disk"));
    private static final Optional<Rejection> ONE_POD = Optional.of(Rejection.forNow(
            NAME, "node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean mayHelp(ClusterChange change, PodInfo pod, Namespaces namespaces) {
        return (change instanceof ClusterChange.OfClaim claim && claim.isNew() && claim.isOf(pod))
                || (change instanceof ClusterChange.OfPod(var gone, var after)
                        && gone != null
                        && after == null
                        && conflict(pod, gone))
                || (change instanceof ClusterChange.OfNode node && node.before() == null);
    }

    @Override
    public Preparation prepare(Attempt attempt) {
        List<Volume> volumes = attempt.pod().pod().getSpec().getVolumes();
        Optional<String> missing = volumes.stream()
                .filter(v -> v.getPersistentVolumeClaim() != null)
                .map(v -> v.getPersistentVolumeClaim().getClaimName())
                .filter(name ->
                        attempt.objects().claim(attempt.pod().namespace(), name).isEmpty())
                .findFirst();
        if (missing.isPresent()) {
            String why = "persistentvolumeclaim \"" + missing.get() + "\" not found";
            return new Preparation.Nowhere(Rejection.forGood(NAME, why));
        }
        List<Volume> disks = volumes.stream().filter(v -> conflicts(v, v, true)).toList();
        List<String> alone = volumes.stream()
                .filter(v -> v.getPersistentVolumeClaim() != null)
                .map(v -> v.getPersistentVolumeClaim().getClaimName())
                .filter(name -> attempt.objects()
                        .claim(attempt.pod().namespace(), name)
                        .filter(VolumeRestrictions::isForOnePod)
                        .isPresent())
                .toList();
        if (disks.isEmpty() && alone.isEmpty()) {
            return Filter.skip();
        }
        return Filter.perNode(node -> {
            if (node.pods().stream().anyMatch(p -> disks.stream().anyMatch(disk -> uses(p, disk)))) {
                return DISK;
            }
            return node.pods().stream()
                            .filter(p -> p.namespace().equals(attempt.pod().namespace()))
                            .anyMatch(p -> alone.stream().anyMatch(claim -> uses(p, claim)))
                    ? ONE_POD
                    : Optional.empty();
        });
    }

    /// Whether `pod` may have had to wait for `other` to go (`isSchedulableAfterPodDeleted`).
    private static boolean conflict(PodInfo pod, PodInfo other) {
        return pod.namespace().equals(other.namespace())
                && pod.pod().getSpec().getVolumes().stream()
                        .anyMatch(v -> uses(other, v)
                                || (v.getPersistentVolumeClaim() != null
                                        && uses(
                                                other,
                                                v.getPersistentVolumeClaim().getClaimName())));
    }

    private static boolean isForOnePod(PersistentVolumeClaim claim) {
        return claim.getSpec().getAccessModes().contains("ReadWriteOncePod");
    }

    private static boolean uses(PodInfo pod, String claim) {
        return pod.pod().getSpec().getVolumes().stream()
                .anyMatch(v -> v.getPersistentVolumeClaim() != null
                        && claim.equals(v.getPersistentVolumeClaim().getClaimName()));
    }

    private static boolean uses(PodInfo pod, Volume disk) {
        return pod.pod().getSpec().getVolumes().stream().anyMatch(v -> conflicts(disk, v, false));
    }

    /// Whether both are the same disk and it cannot be mounted twice; with `whole` whether it is a disk of that kind.
    private static boolean conflicts(Volume one, Volume other, boolean whole) {
        if (one.getGcePersistentDisk() != null && other.getGcePersistentDisk() != null) {
            var a = one.getGcePersistentDisk();
            var b = other.getGcePersistentDisk();
            return whole
                    || (a.getPdName().equals(b.getPdName()) && !(isTrue(a.getReadOnly()) && isTrue(b.getReadOnly())));
        }
        if (one.getAwsElasticBlockStore() != null && other.getAwsElasticBlockStore() != null) {
            return whole
                    || one.getAwsElasticBlockStore()
                            .getVolumeID()
                            .equals(other.getAwsElasticBlockStore().getVolumeID());
        }
        if (one.getIscsi() != null && other.getIscsi() != null) {
            var a = one.getIscsi();
            var b = other.getIscsi();
            return whole || (a.getIqn().equals(b.getIqn()) && !(isTrue(a.getReadOnly()) && isTrue(b.getReadOnly())));
        }
        if (one.getRbd() != null && other.getRbd() != null) {
            var a = one.getRbd();
            var b = other.getRbd();
            return whole
                    || (a.getMonitors().stream().anyMatch(b.getMonitors()::contains)
                            && Objects.equals(a.getPool(), b.getPool())
                            && Objects.equals(a.getImage(), b.getImage())
                            && !(isTrue(a.getReadOnly()) && isTrue(b.getReadOnly())));
        }
        return false;
    }

    private static boolean isTrue(@org.jspecify.annotations.Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
