package drydock.sim.controller.statefulset;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Owners;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetPersistentVolumeClaimRetentionPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The claims of a StatefulSet's Pods: each is made before its Pod and stays behind it, unless the retention policy
/// lets it go with the set or with a Pod that is scaled away (`statefulset/stateful_pod_control.go`).
final class StatefulClaims {

    private static final String DELETE = "Delete";

    private final ApiServer api;

    StatefulClaims(ApiServer api) {
        this.api = api;
    }

    /// Makes the claims that `pod` lacks.
    ///
    /// @throws ClusterException if one was refused or is going
    void create(StatefulSet set, Pod pod) {
        List<String> problems = new ArrayList<>();
        int code = 0;
        for (PersistentVolumeClaim template : set.getSpec().getVolumeClaimTemplates()) {
            PersistentVolumeClaim claim = claim(set, template, StatefulPods.ordinal(pod));
            String name = claim.getMetadata().getName();
            Optional<HasMetadata> there = api.get(ResourceId.of(claim));
            if (there.filter(Owners::isDeleting).isPresent()) {
                problems.add("pvc " + name + " is being deleted");
            } else if (there.isEmpty()) {
                Optional<ClusterException> refused = create(set, pod, claim);
                refused.ifPresent(why -> problems.add("failed to create PVC " + name + ": " + why.getMessage()));
                code = refused.map(ClusterException::code).orElse(code);
            }
        }
        if (!problems.isEmpty()) {
            String all = problems.size() == 1 ? problems.getFirst() : "[" + String.join(", ", problems) + "]";
            throw new ClusterException(code, "Invalid", all);
        }
    }

    private Optional<ClusterException> create(StatefulSet set, Pod pod, PersistentVolumeClaim claim) {
        String which = "Create Claim " + claim.getMetadata().getName();
        String whose = "Pod " + pod.getMetadata().getName() + " in StatefulSet "
                + set.getMetadata().getName();
        try {
            api.create(claim);
            api.record(set, "Normal", "SuccessfulCreate", which + " " + whose + " success", "");
            return Optional.empty();
        } catch (ClusterException refused) {
            String why = " failed error: " + refused.getMessage();
            api.record(set, "Warning", "FailedCreate", which + " for " + whose + why, "");
            return Optional.of(refused);
        }
    }

    private static PersistentVolumeClaim claim(StatefulSet set, PersistentVolumeClaim template, int ordinal) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (template.getMetadata().getLabels() != null) {
            labels.putAll(template.getMetadata().getLabels());
        }
        if (set.getSpec().getSelector().getMatchLabels() != null) {
            labels.putAll(set.getSpec().getSelector().getMatchLabels());
        }
        return new PersistentVolumeClaimBuilder(template)
                .withApiVersion(Kinds.PERSISTENT_VOLUME_CLAIM.version())
                .withKind(Kinds.PERSISTENT_VOLUME_CLAIM.kind())
                .editMetadata()
                .withName(StatefulPods.claimName(set, template.getMetadata().getName(), ordinal))
                .withNamespace(set.getMetadata().getNamespace())
                .withLabels(labels)
                .endMetadata()
                .withStatus(null)
                .build();
    }

    /// Whether a claim still waits to go with an earlier Pod of the same name.
    boolean isStale(StatefulSet set, Pod pod) {
        return existing(set, pod).stream()
                .flatMap(claim -> Owners.all(claim).stream())
                .anyMatch(o -> o.getKind().equals("Pod")
                        && o.getName().equals(pod.getMetadata().getName())
                        && !o.getUid()
                                .equals(Objects.requireNonNullElse(
                                        pod.getMetadata().getUid(), "")));
    }

    /// Lets the claims of `pod` belong to whom the policy says.
    ///
    /// @param condemned whether the Pod is to be scaled away
    void own(StatefulSet set, Pod pod, boolean condemned) {
        for (PersistentVolumeClaim claim : existing(set, pod)) {
            List<OwnerReference> owners = new ArrayList<>(Owners.all(claim));
            owners.removeIf(o -> o.getUid().equals(set.getMetadata().getUid())
                    || o.getUid().equals(pod.getMetadata().getUid()));
            owner(set, pod, condemned).ifPresent(owner -> owners.add(Owners.controlledBy(owner)));
            if (!owners.equals(Owners.all(claim))) {
                api.replace(new PersistentVolumeClaimBuilder(claim)
                        .editMetadata()
                        .withOwnerReferences(owners)
                        .endMetadata()
                        .build());
            }
        }
    }

    private static Optional<HasMetadata> owner(StatefulSet set, Pod pod, boolean condemned) {
        StatefulSetPersistentVolumeClaimRetentionPolicy policy =
                set.getSpec().getPersistentVolumeClaimRetentionPolicy();
        if (policy == null) {
            return Optional.empty();
        }
        if (condemned && DELETE.equals(policy.getWhenScaled())) {
            return Optional.of(pod);
        }
        return DELETE.equals(policy.getWhenDeleted()) ? Optional.of(set) : Optional.empty();
    }

    private List<PersistentVolumeClaim> existing(StatefulSet set, Pod pod) {
        return set.getSpec().getVolumeClaimTemplates().stream()
                .map(t -> StatefulPods.claimName(set, t.getMetadata().getName(), StatefulPods.ordinal(pod)))
                .map(name -> ResourceId.of(
                        Kinds.PERSISTENT_VOLUME_CLAIM, set.getMetadata().getNamespace(), name))
                .flatMap(id -> api.get(id).stream())
                .map(PersistentVolumeClaim.class::cast)
                .toList();
    }
}
