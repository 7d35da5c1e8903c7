package drydock.sim.controller.volume;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Deletion;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// The provisioner of the simulated cluster, which stands outside the control plane, as those of real clusters do:
/// makes a volume for each claim of its classes, and deletes it when it is released
/// (`sig-storage-lib-external-provisioner`).
public final class Provisioner {

    private static final String DRIVER = "simulated.drydock.io";

    private final Engine engine;
    private final ApiServer api;
    private final SplittableRandom random;
    private final Informer<StorageClass> classes;

    private Provisioner(Engine engine, ApiServer server) {
        this.engine = engine;
        api = server.as(StorageClasses.PROVISIONER.replace('/', '_'));
        random = engine.random("provisioner");
        classes = new Informer<>(api, Kinds.STORAGE_CLASS, StorageClass.class);
        new Informer<>(api, Kinds.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class).on(this::claimChanged);
        new Informer<>(api, Kinds.PERSISTENT_VOLUME, PersistentVolume.class).on(this::volumeChanged);
    }

    public static void start(Engine engine, ApiServer server) {
        var _ = new Provisioner(engine, server);
    }

    private void claimChanged(@Nullable PersistentVolumeClaim before, @Nullable PersistentVolumeClaim after) {
        if (after == null || !isMine(after) || (before != null && isMine(before))) {
            return;
        }
        String which =
                after.getMetadata().getNamespace() + "/" + after.getMetadata().getName();
        String text = "External provisioner is provisioning volume for claim \"" + which + "\"";
        api.record(after, "Normal", "Provisioning", text, "");
        later(() -> make(after));
    }

    private static boolean isMine(PersistentVolumeClaim claim) {
        return (claim.getSpec().getVolumeName() == null
                        || claim.getSpec().getVolumeName().isEmpty())
                && Binding.annotation(claim, Binding.PROVISIONER)
                        .filter(StorageClasses.PROVISIONER::equals)
                        .isPresent();
    }

    private void make(PersistentVolumeClaim claim) {
        String name = "pvc-" + claim.getMetadata().getUid();
        Optional<StorageClass> of = classes.get(ResourceId.of(Kinds.STORAGE_CLASS, "", StorageClasses.name(claim)));
        boolean wanted = api.get(ResourceId.of(claim))
                .filter(is ->
                        is.getMetadata().getUid().equals(claim.getMetadata().getUid()))
                .isPresent();
        if (of.isEmpty()
                || !wanted
                || api.get(ResourceId.of(Kinds.PERSISTENT_VOLUME, "", name)).isPresent()) {
            return;
        }
        api.create(new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName(name)
                .addToAnnotations(Binding.PROVISIONED_BY, StorageClasses.PROVISIONER)
                .endMetadata()
                .withNewSpec()
                .withCapacity(claim.getSpec().getResources().getRequests())
                .withAccessModes(claim.getSpec().getAccessModes())
                .withNewClaimRef()
                .withApiVersion("v1")
                .withKind("PersistentVolumeClaim")
                .withNamespace(claim.getMetadata().getNamespace())
                .withName(claim.getMetadata().getName())
                .withUid(claim.getMetadata().getUid())
                .withResourceVersion(claim.getMetadata().getResourceVersion())
                .endClaimRef()
                .withNewCsi()
                .withDriver(DRIVER)
                .withVolumeHandle(name)
                .endCsi()
                .withPersistentVolumeReclaimPolicy(of.get().getReclaimPolicy())
                .withStorageClassName(StorageClasses.name(claim))
                .withVolumeMode(claim.getSpec().getVolumeMode())
                .endSpec()
                .build());
        api.record(claim, "Normal", "ProvisioningSucceeded", "Successfully provisioned volume " + name, "");
    }

    private void volumeChanged(@Nullable PersistentVolume before, @Nullable PersistentVolume after) {
        if (after != null && isReleased(after) && (before == null || !isReleased(before))) {
            later(() -> delete(after));
        }
    }

    private static boolean isReleased(PersistentVolume volume) {
        return Binding.phase(volume).equals("Released")
                && "Delete".equals(volume.getSpec().getPersistentVolumeReclaimPolicy())
                && !Owners.isDeleting(volume)
                && Binding.annotation(volume, Binding.PROVISIONED_BY)
                        .filter(StorageClasses.PROVISIONER::equals)
                        .isPresent();
    }

    private void delete(PersistentVolume volume) {
        try {
            api.delete(ResourceId.of(volume), Deletion.DEFAULT);
        } catch (ClusterException gone) {
            // somebody else has deleted it
        }
    }

    /// Work on storage takes a while.
    private void later(Runnable work) {
        long cause = api.cause();
        Duration takes = Duration.ofMillis(random.nextLong(800, 2_000));
        engine.schedule(takes, () -> api.reacting(cause, work));
    }
}
