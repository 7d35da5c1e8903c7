package drydock.model.topology;

import drydock.model.resource.LabelSelector;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import java.util.Optional;

/// Which objects choose Pods, and by what selector.
public final class PodSelectors {

    private PodSelectors() {}

    /// The selector by which `object` chooses Pods of its namespace; empty if its kind chooses none.
    public static Optional<LabelSelector> of(HasMetadata object) {
        return switch (object) {
            case Service s
            when s.getSpec() != null ->
                Optional.of(LabelSelector.ofService(s.getSpec().getSelector()));
            case ReplicationController rc when rc.getSpec() != null -> Optional.of(ofController(rc));
            case ReplicaSet rs
            when rs.getSpec() != null ->
                Optional.of(LabelSelector.of(rs.getSpec().getSelector()));
            case Deployment d
            when d.getSpec() != null -> Optional.of(LabelSelector.of(d.getSpec().getSelector()));
            case StatefulSet s
            when s.getSpec() != null -> Optional.of(LabelSelector.of(s.getSpec().getSelector()));
            case DaemonSet d
            when d.getSpec() != null -> Optional.of(LabelSelector.of(d.getSpec().getSelector()));
            case Job job
            when job.getSpec() != null ->
                Optional.of(LabelSelector.of(job.getSpec().getSelector()));
            case PodDisruptionBudget pdb
            when pdb.getSpec() != null ->
                Optional.of(LabelSelector.of(pdb.getSpec().getSelector()));
            case NetworkPolicy policy when policy.getSpec() != null -> Optional.of(ofPolicy(policy));
            default -> Optional.empty();
        };
    }

    /// Without a selector, the template's labels (`pkg/apis/core/v1/defaults.go
    /// SetDefaults_ReplicationController`).
    private static LabelSelector ofController(ReplicationController rc) {
        Map<String, String> selector = rc.getSpec().getSelector();
        if (selector != null && !selector.isEmpty()) {
            return LabelSelector.ofLabels(selector);
        }
        Map<String, String> labels =
                PodTemplates.of(rc).map(PodTemplates::labels).orElse(Map.of());
        return labels.isEmpty() ? LabelSelector.NOTHING : LabelSelector.ofLabels(labels);
    }

    /// A policy's selector that is not written is the empty one, which chooses all.
    private static LabelSelector ofPolicy(NetworkPolicy policy) {
        var selector = policy.getSpec().getPodSelector();
        return selector == null ? LabelSelector.EVERYTHING : LabelSelector.of(selector);
    }

    /// Whether `object` chooses Pods that another object makes, and so reaches through its template.
    static boolean reachesThroughTemplates(HasMetadata object) {
        return object instanceof Service || object instanceof PodDisruptionBudget || object instanceof NetworkPolicy;
    }
}
