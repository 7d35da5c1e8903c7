package drydock.sim.controller.volume;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Informer;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Pods;
import drydock.sim.controller.VolumeClaims;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimFluent;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One look at a claim (`volume/persistentvolume/pv_controller.go syncClaim`).
final class ClaimSync {

    private final ApiServer api;
    private final Informer<PersistentVolume> volumes;
    private final Informer<StorageClass> classes;
    private final Informer<Pod> pods;

    ClaimSync(ApiServer api, Informer<PersistentVolume> volumes, Informer<StorageClass> classes, Informer<Pod> pods) {
        this.api = api;
        this.volumes = volumes;
        this.classes = classes;
        this.pods = pods;
    }

    /// @throws drydock.model.cluster.ClusterException if the claim or its volume has changed meanwhile
    void sync(PersistentVolumeClaim claim) {
        String volume = Objects.requireNonNullElse(claim.getSpec().getVolumeName(), "");
        if (Binding.annotation(claim, Binding.COMPLETED).isPresent()) {
            complete(claim, volume);
        } else if (volume.isEmpty()) {
            unbound(claim);
        } else {
            asked(claim, volume);
        }
    }

    private void complete(PersistentVolumeClaim claim, String name) {
        Optional<PersistentVolume> volume = volume(name);
        if (volume.isEmpty()
                && api.get(ResourceId.of(Kinds.PERSISTENT_VOLUME, "", name)).isEmpty()) {
            if (phase(claim).equals("Lost")) {
                return;
            }
            phase(claim, "Lost");
            String text = "Bound claim has lost its PersistentVolume. Data on the volume is lost!";
            api.record(claim, "Warning", "ClaimLost", text, "");
        } else if (volume.filter(v -> Binding.isFor(v, claim)).isPresent()
                && !phase(claim).equals("Bound")) {
            bind(volume.get(), claim);
        }
    }

    /// The claim names a volume: it gets that one or none.
    private void asked(PersistentVolumeClaim claim, String name) {
        Optional<PersistentVolume> volume = volume(name);
        boolean free = volume.filter(v -> v.getSpec().getClaimRef() == null || Binding.isFor(v, claim))
                .isPresent();
        if (free) {
            bind(volume.get(), claim);
            return;
        }
        if (volume.isPresent()) {
            String text = "volume \"" + name + "\" already bound to a different claim.";
            api.record(claim, "Warning", "FailedBinding", text, "");
        }
        phase(claim, "Pending");
    }

    private void unbound(PersistentVolumeClaim claim) {
        if (claim.getSpec().getStorageClassName() == null) {
            Optional<StorageClass> standard = StorageClasses.preferred(classes.all());
            if (standard.isPresent()) {
                api.replace(new PersistentVolumeClaimBuilder(claim)
                        .editSpec()
                        .withStorageClassName(standard.get().getMetadata().getName())
                        .endSpec()
                        .build());
                return;
            }
        }
        Optional<StorageClass> of = classes.get(ResourceId.of(Kinds.STORAGE_CLASS, "", StorageClasses.name(claim)));
        boolean waits = of.filter(StorageClasses::waitsForConsumer).isPresent()
                && Binding.annotation(claim, Binding.SELECTED_NODE).isEmpty();
        Optional<PersistentVolume> volume = Binding.match(claim, volumes.all(), waits);
        if (volume.isPresent()) {
            bind(volume.get(), claim);
            return;
        }
        phase(claim, "Pending");
        if (waits) {
            waiting(claim);
        } else if (!StorageClasses.name(claim).isEmpty()) {
            provision(claim, of);
        } else {
            String text = "no persistent volumes available for this claim and no storage class is set";
            api.record(claim, "Normal", "FailedBinding", text, "");
        }
    }

    private void waiting(PersistentVolumeClaim claim) {
        List<String> users = pods.of(VolumeClaims.key(claim)).stream()
                .filter(pod -> Pods.node(pod).isEmpty())
                .map(pod -> pod.getMetadata().getName())
                .toList();
        if (!users.isEmpty()) {
            String text = "waiting for " + (users.size() > 1 ? "pods " : "pod ") + String.join(",", users)
                    + " to be scheduled";
            api.record(claim, "Normal", "WaitForPodScheduled", text, "");
        } else {
            String text = "waiting for first consumer to be created before binding";
            api.record(claim, "Normal", "WaitForFirstConsumer", text, "");
        }
    }

    private void provision(PersistentVolumeClaim claim, Optional<StorageClass> of) {
        if (of.isEmpty()) {
            String text = "storageclass.storage.k8s.io \"" + StorageClasses.name(claim) + "\" not found";
            api.record(claim, "Warning", "ProvisioningFailed", text, "");
            return;
        }
        String provisioner = Objects.requireNonNullElse(of.get().getProvisioner(), "");
        if (provisioner.startsWith("kubernetes.io/")) {
            String text = "no volume plugin matched name: " + provisioner;
            api.record(claim, "Warning", "ProvisioningFailed", text, "");
            return;
        }
        if (!Binding.annotation(claim, Binding.PROVISIONER).equals(Optional.of(provisioner))) {
            api.replace(new PersistentVolumeClaimBuilder(claim)
                    .editMetadata()
                    .addToAnnotations("volume.beta.kubernetes.io/storage-provisioner", provisioner)
                    .addToAnnotations(Binding.PROVISIONER, provisioner)
                    .withResourceVersion(null)
                    .endMetadata()
                    .build());
        }
        String text = "Waiting for a volume to be created either by the external provisioner '" + provisioner
                + "' or manually by the system administrator. If volume creation is delayed, please verify that the "
                + "provisioner is running and correctly registered.";
        api.record(claim, "Normal", "ExternalProvisioning", text, "");
    }

    private void bind(PersistentVolume volume, PersistentVolumeClaim claim) {
        PersistentVolume bound = volume;
        if (volume.getSpec().getClaimRef() == null
                || !claim.getMetadata()
                        .getUid()
                        .equals(volume.getSpec().getClaimRef().getUid())) {
            PersistentVolumeBuilder naming = new PersistentVolumeBuilder(volume);
            if (volume.getSpec().getClaimRef() == null) {
                naming.editMetadata()
                        .addToAnnotations(Binding.BY_CONTROLLER, "yes")
                        .endMetadata();
            }
            bound = (PersistentVolume) api.replace(naming.editSpec()
                    .withNewClaimRef()
                    .withApiVersion("v1")
                    .withKind("PersistentVolumeClaim")
                    .withNamespace(claim.getMetadata().getNamespace())
                    .withName(claim.getMetadata().getName())
                    .withUid(claim.getMetadata().getUid())
                    .withResourceVersion(claim.getMetadata().getResourceVersion())
                    .endClaimRef()
                    .endSpec()
                    .build());
        }
        VolumeSync.phase(api, bound, "Bound");
        PersistentVolumeClaimFluent<PersistentVolumeClaimBuilder>.MetadataNested<PersistentVolumeClaimBuilder>
                metadata = new PersistentVolumeClaimBuilder(claim)
                        .editMetadata()
                        .withResourceVersion(null)
                        .addToAnnotations(Binding.COMPLETED, "yes");
        if (claim.getSpec().getVolumeName() == null
                || claim.getSpec().getVolumeName().isEmpty()) {
            metadata.addToAnnotations(Binding.BY_CONTROLLER, "yes");
        }
        PersistentVolumeClaim with = (PersistentVolumeClaim) api.replace(metadata.endMetadata()
                .editSpec()
                .withVolumeName(volume.getMetadata().getName())
                .endSpec()
                .build());
        PersistentVolumeClaimStatus status = new PersistentVolumeClaimStatus();
        status.setPhase("Bound");
        status.setAccessModes(volume.getSpec().getAccessModes());
        status.setCapacity(volume.getSpec().getCapacity());
        api.replaceStatus(
                new PersistentVolumeClaimBuilder(with).withStatus(status).build());
    }

    private Optional<PersistentVolume> volume(String name) {
        return volumes.get(ResourceId.of(Kinds.PERSISTENT_VOLUME, "", name)).filter(v -> !Owners.isDeleting(v));
    }

    private static String phase(PersistentVolumeClaim claim) {
        return claim.getStatus() == null
                ? ""
                : Objects.requireNonNullElse(claim.getStatus().getPhase(), "");
    }

    private void phase(PersistentVolumeClaim claim, String phase) {
        if (!phase(claim).equals(phase)) {
            api.replaceStatus(new PersistentVolumeClaimBuilder(claim)
                    .editMetadata()
                    .withResourceVersion(null)
                    .endMetadata()
                    .editOrNewStatus()
                    .withPhase(phase)
                    .endStatus()
                    .build());
        }
    }
}
