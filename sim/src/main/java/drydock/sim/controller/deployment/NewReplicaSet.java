package drydock.sim.controller.deployment;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import drydock.sim.controller.Owners;
import drydock.sim.controller.Refused;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetSpecBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Finds the ReplicaSet that has a Deployment's template, keeps its revision, or makes it (`sync.go getNewReplicaSet`).
final class NewReplicaSet {

    private static final int CONFLICT = 409;

    private final ApiServer api;
    private final Writer writer;
    private final Templates templates = new Templates();

    NewReplicaSet(ApiServer api, Writer writer) {
        this.api = api;
        this.writer = writer;
    }

    /// The ReplicaSets of both kinds; the new one is made if it is not there and `make` says so.
    ///
    /// @param owned all that belong to the Deployment
    Generations sync(Wish wish, List<ReplicaSet> owned, boolean make) {
        Optional<ReplicaSet> found =
                templates.oldestWith(wish.deployment().getSpec().getTemplate(), owned);
        List<ReplicaSet> old = owned.stream()
                .filter(set -> found.filter(set::equals).isEmpty())
                .sorted(ReplicaSets.BY_AGE)
                .toList();
        long revision = Annotations.lastRevision(old) + 1;
        if (found.isPresent()) {
            return new Generations(Optional.of(keep(wish, found.get(), revision)), old);
        }
        return new Generations(make ? Optional.of(make(wish, old, revision)) : Optional.empty(), old);
    }

    private ReplicaSet keep(Wish wish, ReplicaSet set, long revision) {
        Map<String, String> annotations = Annotations.of(set);
        Annotations.putRevision(annotations, wish, revision);
        int minReady = minReady(wish);
        boolean same = Objects.requireNonNullElse(set.getSpec().getMinReadySeconds(), 0) == minReady
                && annotations.equals(set.getMetadata().getAnnotations());
        if (!same) {
            return writer.write(
                    set,
                    annotations,
                    new ReplicaSetSpecBuilder(set.getSpec())
                            .withMinReadySeconds(minReady)
                            .build());
        }
        boolean found = wish.progressDeadline().isPresent()
                && Conditions.find(wish.status(), Conditions.PROGRESSING).isEmpty();
        note(
                wish,
                annotations.get(Annotations.REVISION),
                found ? Optional.of(progressing(Progress.FOUND_SET, "Found", set)) : Optional.empty());
        return set;
    }

    private ReplicaSet make(Wish wish, List<ReplicaSet> old, long revision) {
        ReplicaSet set = describe(wish, old, revision);
        ReplicaSet made;
        boolean known = false;
        try {
            made = (ReplicaSet) api.create(set);
        } catch (ClusterException refused) {
            made = known(wish, set, refused).orElseThrow(() -> refused);
            known = true;
        }
        int size = ReplicaSets.wanted(made);
        if (!known && size > 0) {
            writer.scaling(wish, "Scaled up replica set " + Writer.name(made) + " from 0 to " + size);
        }
        boolean isNew = !known && wish.progressDeadline().isPresent();
        note(
                wish,
                Long.toString(revision),
                isNew ? Optional.of(progressing(Progress.NEW_SET, "Created", made)) : Optional.empty());
        return made;
    }

    /// Notes the Deployment's revision and how it goes on, in one write.
    private void note(Wish wish, String revision, Optional<DeploymentCondition> condition) {
        DeploymentStatus status = new DeploymentStatusBuilder(wish.status()).build();
        condition.ifPresent(c -> Conditions.set(status, c));
        if (condition.isPresent()
                || !revision.equals(Annotations.of(wish.deployment()).get(Annotations.REVISION))) {
            writer.status(wish.deployment(), revision, status);
        }
    }

    private DeploymentCondition progressing(String reason, String what, ReplicaSet set) {
        String message = what + " new replica set \"" + Writer.name(set) + "\"";
        return Conditions.of(Conditions.PROGRESSING, "True", reason, message, api.now());
    }

    private static ReplicaSet describe(Wish wish, List<ReplicaSet> old, long revision) {
        Deployment deployment = wish.deployment();
        String hash = TemplateHash.of(
                deployment.getSpec().getTemplate(), wish.status().getCollisionCount());
        PodTemplateSpec template = new PodTemplateSpecBuilder(
                        deployment.getSpec().getTemplate())
                .editOrNewMetadata()
                .addToLabels(ReplicaSets.HASH, hash)
                .endMetadata()
                .build();
        ReplicaSet empty = new ReplicaSetBuilder()
                .withNewMetadata()
                .withName(wish.name() + "-" + hash)
                .withNamespace(deployment.getMetadata().getNamespace())
                .withOwnerReferences(Owners.controlledBy(deployment))
                .withLabels(template.getMetadata().getLabels())
                .endMetadata()
                .withNewSpec()
                .withReplicas(0)
                .withMinReadySeconds(minReady(wish) == 0 ? null : minReady(wish))
                .withSelector(new LabelSelectorBuilder(deployment.getSpec().getSelector())
                        .addToMatchLabels(ReplicaSets.HASH, hash)
                        .build())
                .withTemplate(template)
                .endSpec()
                .build();
        Map<String, String> annotations = Annotations.of(empty);
        Annotations.putRevision(annotations, wish, revision);
        Annotations.putSizes(annotations, wish);
        empty.getMetadata().setAnnotations(annotations);
        empty.getSpec().setReplicas(Sizes.ofNew(wish, old, 0));
        return empty;
    }

    /// The ReplicaSet of that name, if it is the one that was to be made; if it is another's, the next try has another
    /// hash.
    private Optional<ReplicaSet> known(Wish wish, ReplicaSet set, ClusterException refused) {
        Optional<ReplicaSet> there =
                refused.code() == CONFLICT ? api.get(ResourceId.of(set)).map(ReplicaSet.class::cast) : Optional.empty();
        if (there.isEmpty() && Refused.byEndingNamespace(refused)) {
            return there;
        }
        if (there.isEmpty()) {
            String message = "Failed to create new replica set \"" + Writer.name(set) + "\": " + refused.getMessage();
            if (wish.progressDeadline().isPresent()) {
                DeploymentStatus status = new DeploymentStatusBuilder(wish.status()).build();
                Conditions.set(
                        status,
                        Conditions.of(Conditions.PROGRESSING, "False", Progress.CREATE_FAILED, message, api.now()));
                writer.status(wish.deployment(), status);
            }
            api.record(wish.deployment(), "Warning", Progress.CREATE_FAILED, message, "");
            return there;
        }
        boolean own = Owners.controller(there.get())
                .filter(owner -> owner.getUid().equals(wish.uid()))
                .isPresent();
        if (own
                && templates
                        .oldestWith(wish.deployment().getSpec().getTemplate(), List.of(there.get()))
                        .isPresent()) {
            return there;
        }
        int collisions = Objects.requireNonNullElse(wish.status().getCollisionCount(), 0) + 1;
        writer.status(
                wish.deployment(),
                new DeploymentStatusBuilder(wish.status())
                        .withCollisionCount(collisions)
                        .build());
        return Optional.empty();
    }

    private static int minReady(Wish wish) {
        return Objects.requireNonNullElse(wish.deployment().getSpec().getMinReadySeconds(), 0);
    }
}
