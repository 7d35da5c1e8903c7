package drydock.model.form;

import drydock.model.manifest.FieldPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The groups in which a form shows the common fields of each kind.
final class KindForms {

    /// A group with the fields that it shows in any case.
    record Layout(String name, List<FieldPath> fields) {}

    private final List<Layout> groups = new ArrayList<>();

    private KindForms() {}

    /// What every object has.
    ///
    /// @param one whether the form is for one object, which has a name of its own
    static List<Layout> general(boolean one) {
        return new KindForms().head(one, true).labels().groups;
    }

    /// The groups of a kind.
    ///
    /// @param namespaced whether its objects live in a namespace
    static List<Layout> of(String kind, boolean one, boolean namespaced) {
        KindForms forms = new KindForms().head(one, namespaced);
        switch (kind) {
            case "Pod" -> forms.pod("spec");
            case "ReplicationController" ->
                forms.add("pods", "spec.", "replicas selector minReadySeconds").template();
            case "ReplicaSet" ->
                forms.add("pods", "spec.", "replicas selector.matchLabels minReadySeconds")
                        .template();
            case "Deployment" ->
                forms.add(
                                "pods",
                                "spec.",
                                "replicas selector.matchLabels strategy minReadySeconds paused revisionHistoryLimit")
                        .template();
            case "StatefulSet" ->
                forms.add(
                                "pods",
                                "spec.",
                                "replicas serviceName selector.matchLabels podManagementPolicy updateStrategy"
                                        + " volumeClaimTemplates")
                        .template();
            case "DaemonSet" ->
                forms.add("pods", "spec.", "selector.matchLabels updateStrategy")
                        .template();
            case "Job" ->
                forms.add(
                                "job",
                                "spec.",
                                "completions parallelism backoffLimit activeDeadlineSeconds ttlSecondsAfterFinished")
                        .template();
            case "CronJob" ->
                forms.add(
                                "schedule",
                                "spec.",
                                "schedule timeZone concurrencyPolicy suspend startingDeadlineSeconds"
                                        + " successfulJobsHistoryLimit failedJobsHistoryLimit")
                        .add("job", "spec.jobTemplate.spec.", "completions parallelism backoffLimit")
                        .add("template", "spec.jobTemplate.spec.template.", "metadata.labels")
                        .pod("spec.jobTemplate.spec.template.spec");
            case "Service" ->
                forms.add(
                        "service",
                        "spec.",
                        "type selector ports clusterIP externalName sessionAffinity externalTrafficPolicy");
            case "Endpoints" -> forms.add("service", "", "subsets");
            case "Ingress" -> forms.add("rules", "spec.", "ingressClassName rules tls defaultBackend");
            case "ConfigMap" -> forms.add("data", "", "data immutable");
            case "Secret" -> forms.add("data", "", "type data stringData immutable");
            case "PersistentVolume" ->
                forms.add(
                        "storage",
                        "spec.",
                        "capacity accessModes storageClassName persistentVolumeReclaimPolicy claimRef");
            case "PersistentVolumeClaim" ->
                forms.add("storage", "spec.", "accessModes resources.requests storageClassName volumeName volumeMode");
            case "StorageClass" ->
                forms.add("storage", "", "provisioner reclaimPolicy volumeBindingMode allowVolumeExpansion parameters");
            case "HorizontalPodAutoscaler" ->
                forms.add("scaling", "spec.", "scaleTargetRef minReplicas maxReplicas metrics");
            case "PodDisruptionBudget" ->
                forms.add(
                        "pods", "spec.", "minAvailable maxUnavailable selector.matchLabels unhealthyPodEvictionPolicy");
            case "NetworkPolicy" -> forms.add("rules", "spec.", "podSelector policyTypes ingress egress");
            case "PriorityClass" -> forms.add("priority", "", "value globalDefault preemptionPolicy description");
            case "ResourceQuota" -> forms.add("limits", "spec.", "hard scopes");
            case "LimitRange" -> forms.add("limits", "spec.", "limits");
            case "Role", "ClusterRole" -> forms.add("rules", "", "rules");
            case "RoleBinding", "ClusterRoleBinding" -> forms.add("rules", "", "roleRef subjects");
            case "ServiceAccount" -> forms.add("account", "", "automountServiceAccountToken imagePullSecrets");
            case "Node" -> forms.add("node", "", "spec.unschedulable spec.taints status.capacity status.allocatable");
            default -> {
                // what is written, and all others by search
            }
        }
        return forms.labels().groups;
    }

    private KindForms head(boolean one, boolean namespaced) {
        if (!one && !namespaced) {
            return this;
        }
        String fields = one ? "name" : "namespace";
        return add("general", "metadata.", one && namespaced ? fields + " namespace" : fields);
    }

    private KindForms labels() {
        return add("labels", "metadata.", "labels annotations");
    }

    private KindForms template() {
        return add("template", "spec.template.", "metadata.labels").pod("spec.template.spec");
    }

    private KindForms pod(String spec) {
        return add("containers", spec + ".", "containers initContainers")
                .add("volumes", spec + ".", "volumes")
                .add(
                        "running",
                        spec + ".",
                        "restartPolicy terminationGracePeriodSeconds serviceAccountName hostNetwork securityContext")
                .add("scheduling", spec + ".", "nodeSelector nodeName tolerations priorityClassName");
    }

    private KindForms add(String name, String prefix, String fields) {
        groups.add(new Layout(
                name,
                Arrays.stream(fields.split(" ", -1))
                        .map(field -> FieldPath.parse(prefix + field))
                        .toList()));
        return this;
    }
}
