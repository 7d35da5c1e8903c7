package drydock.sim.controller.volume;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.controller.SharedInformers;
import drydock.sim.controller.VolumeClaims;
import drydock.sim.controller.WorkQueue;
import drydock.sim.engine.Engine;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Brings claims and volumes together (`pkg/controller/volume/persistentvolume/pv_controller_base.go`), protects what
/// is
/// in use, and makes the claims of ephemeral volumes (`pkg/controller/volume/ephemeral`).
public final class VolumeController {

    private static final String COMPONENT = "persistentvolume-controller";
    private static final Duration RESYNC = Duration.ofSeconds(15);

    private final Engine engine;
    private final ApiServer api;
    private final Informer<PersistentVolumeClaim> claims;
    private final Informer<PersistentVolume> volumes;
    private final ClaimSync claimSync;
    private final VolumeSync volumeSync;
    private final Protection protection;
    private final WorkQueue queue;
    private final long startNanos;
    private boolean resyncing;

    private VolumeController(Engine engine, ApiServer server, SharedInformers informers) {
        this.engine = engine;
        startNanos = engine.nowNanos();
        api = server.as(COMPONENT);
        queue = new WorkQueue(engine, api, COMPONENT, (key, done) -> {
            try {
                sync(key);
            } finally {
                done.run();
            }
        });
        Informer<Pod> pods = informers.pods().on(this::podChanged);
        Informer<StorageClass> classes =
                new Informer<>(api, Kinds.STORAGE_CLASS, StorageClass.class).on((_, _) -> pending());
        claims = new Informer<>(api, Kinds.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class).on(this::claimChanged);
        volumes = new Informer<>(api, Kinds.PERSISTENT_VOLUME, PersistentVolume.class).on(this::volumeChanged);
        claimSync = new ClaimSync(api, volumes, classes, pods);
        volumeSync = new VolumeSync(api);
        protection = new Protection(api, pods);
    }

    public static void start(Engine engine, ApiServer server, SharedInformers informers) {
        var _ = new VolumeController(engine, server, informers);
    }

    private void claimChanged(@Nullable PersistentVolumeClaim before, @Nullable PersistentVolumeClaim after) {
        PersistentVolumeClaim claim = Objects.requireNonNull(after == null ? before : after);
        queue.add(ResourceId.of(claim));
        String volume = claim.getSpec().getVolumeName();
        if (volume != null && !volume.isEmpty()) {
            queue.add(ResourceId.of(Kinds.PERSISTENT_VOLUME, "", volume));
        }
        if (after != null && isPending(after)) {
            resyncLater();
        }
    }

    /// Every 15 s all claims are looked at again (`resync`). Those that wait say again what for; of all others nothing
    /// comes of it, so while none waits there is nothing to do.
    private void resyncLater() {
        if (!resyncing) {
            resyncing = true;
            long past = (engine.nowNanos() - startNanos) % RESYNC.toNanos();
            engine.schedule(RESYNC.minusNanos(past), this::resync);
        }
    }

    private void resync() {
        resyncing = false;
        List<ResourceId> waiting = claims.all().stream()
                .filter(VolumeController::isPending)
                .map(ResourceId::of)
                .toList();
        waiting.forEach(queue::add);
        if (!waiting.isEmpty()) {
            resyncLater();
        }
    }

    private static boolean isPending(PersistentVolumeClaim claim) {
        String phase = claim.getStatus() == null ? null : claim.getStatus().getPhase();
        return phase == null || phase.equals("Pending");
    }

    private void volumeChanged(@Nullable PersistentVolume before, @Nullable PersistentVolume after) {
        PersistentVolume volume = Objects.requireNonNull(after == null ? before : after);
        queue.add(ResourceId.of(volume));
        ObjectReference ref = volume.getSpec().getClaimRef();
        if (ref != null) {
            queue.add(ResourceId.of(Kinds.PERSISTENT_VOLUME_CLAIM, ref.getNamespace(), ref.getName()));
        } else if (before == null) {
            pending();
        }
    }

    private void pending() {
        if (claims != null) {
            claims.all().stream()
                    .filter(c -> c.getSpec().getVolumeName() == null)
                    .map(ResourceId::of)
                    .toList()
                    .forEach(queue::add);
        }
    }

    private void podChanged(@Nullable Pod before, @Nullable Pod after) {
        Pod pod = Objects.requireNonNull(after == null ? before : after);
        boolean placed = before != null && after != null && !Pods.node(before).equals(Pods.node(after));
        if (before != null && after != null && !placed) {
            return;
        }
        for (Volume volume : pod.getSpec().getVolumes()) {
            String name = VolumeClaims.name(pod, volume);
            if (!name.isEmpty()) {
                queue.add(ResourceId.of(
                        Kinds.PERSISTENT_VOLUME_CLAIM, pod.getMetadata().getNamespace(), name));
            }
            if (volume.getEphemeral() != null && after != null && before == null) {
                makeEphemeral(pod, volume, name);
            }
        }
    }

    private void makeEphemeral(Pod pod, Volume volume, String name) {
        if (Owners.isDeleting(pod)
                || api.get(ResourceId.of(
                                Kinds.PERSISTENT_VOLUME_CLAIM, pod.getMetadata().getNamespace(), name))
                        .isPresent()) {
            return;
        }
        var template = volume.getEphemeral().getVolumeClaimTemplate();
        api.create(new PersistentVolumeClaimBuilder()
                .withMetadata(template.getMetadata())
                .editOrNewMetadata()
                .withName(name)
                .withNamespace(pod.getMetadata().getNamespace())
                .withOwnerReferences(Owners.controlledBy(pod))
                .endMetadata()
                .withSpec(template.getSpec())
                .build());
    }

    private void sync(ResourceId key) {
        // asked of the server: a claim and its volume change together, and what is old by a moment binds twice
        HasMetadata object = api.get(key).orElse(null);
        switch (object) {
            case PersistentVolumeClaim claim -> {
                if (!Owners.isDeleting(claim)) {
                    claimSync.sync(claim);
                }
                protection.sync(claim);
            }
            case PersistentVolume volume -> {
                volumeSync.sync(volume);
                api.get(key).map(PersistentVolume.class::cast).ifPresent(protection::sync);
            }
            case null, default -> {
                // gone
            }
        }
    }
}
