package drydock.sim.kubectl.describe;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A Deployment with its ReplicaSets (`describe.go describeDeployment`).
final class DeploymentDescription {

    private DeploymentDescription() {}

    static void of(Lines lines, Cluster cluster, Deployment deployment) {
        DeploymentSpec spec = deployment.getSpec();
        DeploymentStatus status = deployment.getStatus() == null ? new DeploymentStatus() : deployment.getStatus();
        Metadata.name(lines, deployment);
        lines.field(
                0, "CreationTimestamp", Metadata.date(deployment.getMetadata().getCreationTimestamp()));
        Metadata.labelsAndAnnotations(lines, deployment.getMetadata());
        lines.field(0, "Selector", ConditionLines.selector(LabelSelector.of(spec.getSelector())));
        lines.field(
                0,
                "Replicas",
                number(spec.getReplicas()) + " desired | " + number(status.getUpdatedReplicas()) + " updated | "
                        + number(status.getReplicas()) + " total | " + number(status.getAvailableReplicas())
                        + " available | " + number(status.getUnavailableReplicas()) + " unavailable");
        if (spec.getStrategy() != null) {
            lines.field(0, "StrategyType", spec.getStrategy().getType());
        }
        lines.field(0, "MinReadySeconds", number(spec.getMinReadySeconds()));
        if (spec.getStrategy() != null && spec.getStrategy().getRollingUpdate() != null) {
            RollingUpdateDeployment update = spec.getStrategy().getRollingUpdate();
            lines.field(
                    0,
                    "RollingUpdateStrategy",
                    ProbeText.port(update.getMaxUnavailable()) + " max unavailable, "
                            + ProbeText.port(update.getMaxSurge()) + " max surge");
        }
        PlacementLines.template(lines, spec.getTemplate());
        List<ConditionLines.Condition> conditions = status.getConditions().stream()
                .map(c -> new ConditionLines.Condition(c.getType(), c.getStatus(), c.getReason()))
                .toList();
        ConditionLines.of(lines, conditions);
        replicaSets(lines, cluster, deployment);
        EventLines.of(lines, cluster, deployment);
    }

    /// The newest that has the Deployment's template is the new one, all others are old
    /// (`util/deployment/deployment.go FindNewReplicaSet`).
    private static void replicaSets(Lines lines, Cluster cluster, Deployment deployment) {
        List<ReplicaSet> owned = owned(cluster, deployment);
        if (owned.isEmpty()) {
            return;
        }
        PodTemplateSpec wanted = withoutHash(deployment.getSpec().getTemplate());
        Optional<ReplicaSet> newest = owned.stream()
                .filter(set -> withoutHash(set.getSpec().getTemplate()).equals(wanted))
                .min(Comparator.comparing((ReplicaSet set) -> set.getMetadata().getCreationTimestamp())
                        .thenComparing(set -> set.getMetadata().getName()));
        List<ReplicaSet> old = new ArrayList<>(owned);
        newest.ifPresent(old::remove);
        lines.field(0, "OldReplicaSets", text(old));
        lines.field(0, "NewReplicaSet", text(newest.stream().toList()));
    }

    private static List<ReplicaSet> owned(Cluster cluster, Deployment deployment) {
        Query query = Query.in(Kinds.REPLICA_SET, deployment.getMetadata().getNamespace());
        return cluster.list(query).stream()
                .filter(set -> owner(set)
                        .equals(Optional.ofNullable(deployment.getMetadata().getUid())))
                .map(ReplicaSet.class::cast)
                .toList();
    }

    private static Optional<String> owner(HasMetadata object) {
        return Metadata.controller(object).map(owner -> owner.getUid());
    }

    private static PodTemplateSpec withoutHash(PodTemplateSpec template) {
        return new PodTemplateSpecBuilder(template)
                .editOrNewMetadata()
                .removeFromLabels("pod-template-hash")
                .endMetadata()
                .build();
    }

    private static String text(List<ReplicaSet> sets) {
        return sets.isEmpty()
                ? Lines.NONE
                : sets.stream()
                        .map(set -> set.getMetadata().getName() + " ("
                                + number(
                                        set.getStatus() == null
                                                ? null
                                                : set.getStatus().getReplicas())
                                + "/" + number(set.getSpec().getReplicas()) + " replicas created)")
                        .collect(Collectors.joining(", "));
    }

    private static int number(@Nullable Integer value) {
        return Objects.requireNonNullElse(value, 0);
    }
}
