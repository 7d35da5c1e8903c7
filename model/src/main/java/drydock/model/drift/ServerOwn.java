package drydock.model.drift;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is in a live object because the server, a controller or a client noted or assigned it, and nobody wrote it.
///
/// @param kind the kind of the whole object: a Pod's node is assigned, that of a template is wanted
record ServerOwn(String kind) {

    private static final Set<String> METADATA = Set.of(
            "creationTimestamp",
            "deletionGracePeriodSeconds",
            "deletionTimestamp",
            "generateName",
            "generation",
            "managedFields",
            "ownerReferences",
            "resourceVersion",
            "selfLink",
            "uid");

    private static final List<String> ANNOTATIONS = List.of(
            "deployment.kubernetes.io/",
            "deprecated.daemonset.template.generation",
            "kubectl.kubernetes.io/last-applied-configuration",
            "kubectl.kubernetes.io/restartedAt",
            "kubernetes.io/service-account.uid",
            "pv.kubernetes.io/",
            "volume.beta.kubernetes.io/storage-provisioner",
            "volume.kubernetes.io/",
            "control-plane.alpha.kubernetes.io/leader",
            "endpoints.kubernetes.io/",
            "autoscaling.alpha.kubernetes.io/",
            "batch.kubernetes.io/job-tracking",
            "cni.projectcalico.org/",
            "node.alpha.kubernetes.io/",
            "scheduler.alpha.kubernetes.io/");

    private static final List<String> LABELS = List.of(
            "kubernetes.io/metadata.name",
            "controller-uid",
            "job-name",
            "batch.kubernetes.io/controller-uid",
            "batch.kubernetes.io/job-name",
            "pod-template-hash",
            "controller-revision-hash",
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index");

    private static final Set<String> FINALIZERS =
            Set.of("kubernetes.io/pvc-protection", "kubernetes.io/pv-protection", "foregroundDeletion", "orphan");

    private static final Set<String> ALLOCATED = Set.of(
            "ServiceSpec.clusterIPs",
            "ServiceSpec.healthCheckNodePort",
            "ServiceSpec.ipFamilies",
            "ServiceSpec.ipFamilyPolicy",
            "ServiceSpec.ipFamily",
            "ServiceSpec.topologyKeys",
            "ServicePort.nodePort",
            "PersistentVolumeSpec.claimRef",
            "NamespaceSpec.finalizers");

    private static final Set<String> POD =
            Set.of("PodSpec.nodeName", "PodSpec.priority", "PodSpec.serviceAccount", "PodSpec.enableServiceLinks");

    private static final String TOKEN = "/var/run/secrets/kubernetes.io/serviceaccount";

    private static final List<String> UNASKED =
            List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable");

    /// Whether a field that nobody wrote is the server's own.
    ///
    /// @param qualified the field by its definition's short name, as `ServiceSpec.clusterIP`
    boolean owns(String qualified, String key, Object value) {
        if (qualified.startsWith("ObjectMeta.")) {
            return METADATA.contains(key);
        }
        if (ALLOCATED.contains(qualified)) {
            return true;
        }
        return switch (kind) {
            case "Pod" -> POD.contains(qualified);
            case "Node" -> qualified.startsWith("NodeSpec.");
            case "Service" -> qualified.equals("ServiceSpec.clusterIP") && !value.equals("None");
            case "PersistentVolumeClaim" ->
                qualified.equals("PersistentVolumeClaimSpec.volumeName")
                        || qualified.equals("PersistentVolumeClaimSpec.storageClassName");
            case "ServiceAccount" -> qualified.equals("ServiceAccount.secrets");
            case "Job" -> qualified.equals("JobSpec.selector");
            default -> false;
        };
    }

    /// Whether an annotation, label or other key of a map that nobody wrote is the server's own.
    boolean ownsKey(String qualified, String key) {
        return switch (qualified) {
            case "ObjectMeta.annotations" ->
                kind.equals("Node") || ANNOTATIONS.stream().anyMatch(key::startsWith);
            case "ObjectMeta.labels" -> kind.equals("Node") || LABELS.contains(key);
            case "LabelSelector.matchLabels" -> kind.equals("ReplicaSet") && key.equals("pod-template-hash");
            default -> false;
        };
    }

    /// Whether an item of a list that nobody wrote is the server's own.
    boolean ownsItem(String qualified, Object item) {
        if (qualified.equals("ObjectMeta.finalizers")) {
            return FINALIZERS.contains(String.valueOf(item));
        }
        Map<String, Object> fields = Values.map(item);
        return switch (qualified) {
            case "Container.volumeMounts" -> TOKEN.equals(fields.get("mountPath"));
            case "PodSpec.volumes" -> kind.equals("Pod") && isToken(fields);
            case "PodSpec.tolerations" ->
                kind.equals("Pod")
                        && UNASKED.contains(String.valueOf(fields.get("key")))
                        && "NoExecute".equals(fields.get("effect"));
            default -> false;
        };
    }

    private static boolean isToken(Map<String, Object> volume) {
        String name = String.valueOf(volume.get("name"));
        return name.startsWith("kube-api-access-")
                || (name.contains("-token-")
                        && String.valueOf(Values.map(volume.get("secret")).get("secretName"))
                                .equals(name));
    }
}
